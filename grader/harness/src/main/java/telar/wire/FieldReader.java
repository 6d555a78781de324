package telar.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields of one frame, trusting none of them. */
final class FieldReader {
    private final ByteBuffer in;

    FieldReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /** Reads one element. */
    interface Element<T> {
        T read() throws WireException;
    }

    int tag() throws WireException {
        need(1);
        return in.get();
    }

    int number() throws WireException {
        need(4);
        return in.getInt();
    }

    long longNumber() throws WireException {
        need(8);
        return in.getLong();
    }

    String text() throws WireException {
        byte[] utf8 = blob();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("a text that is not UTF-8");
        }
    }

    byte[] blob() throws WireException {
        int length = size(Limits.TEXT, "text");
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    <T> List<T> list(Element<T> element) throws WireException {
        int size = size(Limits.LIST, "list");
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(element.read());
        }
        return values;
    }

    <T> Optional<T> optional(Element<T> element) throws WireException {
        return switch (tag()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(element.read());
            default -> throw malformed("neither present nor absent");
        };
    }

    <E extends Enum<E>> E word(Class<E> type) throws WireException {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw malformed("no " + type.getSimpleName() + " of that name");
        }
    }

    void end() throws WireException {
        if (in.hasRemaining()) {
            throw malformed(in.remaining() + " bytes too many");
        }
    }

    static WireException malformed(String what) {
        return new WireException(WireException.Kind.MALFORMED, what);
    }

    private int size(int limit, String what) throws WireException {
        int size = number();
        if (size < 0 || size > limit) {
            throw new WireException(WireException.Kind.OVERSIZE, "a " + what + " of " + size + "; at most " + limit);
        }
        return size;
    }

    private void need(int bytes) throws WireException {
        if (in.remaining() < bytes) {
            throw malformed("a frame that ends too early");
        }
    }
}
