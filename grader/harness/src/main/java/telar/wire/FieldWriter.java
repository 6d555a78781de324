package telar.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** Writes the fields of one frame. Texts are UTF-8 behind their length in bytes, lists stand behind their number of elements. */
final class FieldWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Writes one element of a list. */
    interface Element<T> {
        void write(T element) throws IOException;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void tag(int tag) throws IOException {
        out.writeByte(tag);
    }

    void number(int value) throws IOException {
        out.writeInt(value);
    }

    void number(long value) throws IOException {
        out.writeLong(value);
    }

    void text(String value) throws IOException {
        blob(value.getBytes(StandardCharsets.UTF_8));
    }

    void blob(byte[] value) throws IOException {
        if (value.length > Limits.TEXT) {
            throw new WireException(WireException.Kind.OVERSIZE, "a text of " + value.length + " bytes; at most " + Limits.TEXT);
        }
        out.writeInt(value.length);
        out.write(value);
    }

    <T> void list(Collection<T> values, Element<T> element) throws IOException {
        if (values.size() > Limits.LIST) {
            throw new WireException(
                    WireException.Kind.OVERSIZE, "a list of " + values.size() + " elements; at most " + Limits.LIST);
        }
        out.writeInt(values.size());
        for (T value : values) {
            element.write(value);
        }
    }

    <T> void optional(Optional<T> value, Element<T> element) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            element.write(value.get());
        }
    }
}
