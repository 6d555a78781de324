package telar.wire;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads what a {@link FactWriter} with the same key wrote, and believes nothing else. For use by one thread. */
public final class FactReader implements Closeable {
    private final DataInputStream in;
    private final Seal seal;
    private final FactOrder order = new FactOrder();
    private long sequence;

    public FactReader(InputStream in, byte[] key) {
        this.in = new DataInputStream(in);
        this.seal = new Seal(key);
    }

    /**
     * The next fact; empty when the stream ends after a last one (Finished, Unfit, Hanging).
     *
     * @throws WireException if what comes is not what an honest child writes; do not read on then
     */
    public Optional<Fact> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            if (order.ended()) {
                return Optional.empty();
            }
            throw new WireException(WireException.Kind.TRUNCATED, "the facts end before the last one");
        }
        FieldReader fields = new FieldReader(content(first));
        checkSequence(fields.longNumber());
        Fact fact = FactCode.read(fields);
        fields.end();
        order.accept(fact);
        return Optional.of(fact);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] content(int first) throws IOException {
        try {
            int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            if (length < 0 || length > Limits.FRAME) {
                throw new WireException(
                        WireException.Kind.OVERSIZE, "a fact of " + length + " bytes; at most " + Limits.FRAME);
            }
            byte[] content = in.readNBytes(length);
            byte[] mac = in.readNBytes(Seal.LENGTH);
            if (mac.length < Seal.LENGTH) {
                throw new EOFException();
            }
            if (!MessageDigest.isEqual(mac, seal.of(content))) {
                throw new WireException(
                        WireException.Kind.UNAUTHENTICATED, "a fact that was not written with this run's key");
            }
            return content;
        } catch (EOFException e) {
            throw new WireException(WireException.Kind.TRUNCATED, "the facts end inside a frame");
        }
    }

    private void checkSequence(long found) throws WireException {
        if (found < sequence) {
            throw new WireException(WireException.Kind.DUPLICATE, "fact number " + found + " comes a second time");
        }
        if (found > sequence) {
            throw new WireException(
                    WireException.Kind.MISSING, "fact number " + sequence + " is missing: number " + found + " came");
        }
        sequence++;
    }
}
