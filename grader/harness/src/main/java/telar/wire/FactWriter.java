package telar.wire;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes facts as sealed, numbered frames: length, content (number in the sequence, kind, fields), HMAC-SHA256 of the content. Safe
 * for use by several threads.
 */
public final class FactWriter implements Closeable {
    private final DataOutputStream out;
    private final Seal seal;

    /*
     * The next frame's number, and what may come next. Guarded by this object's monitor, which also keeps frames whole and in the
     * order of their numbers when the child's main thread and its watchdog both have something to say.
     */
    private long sequence;
    private final FactOrder order = new FactOrder();

    public FactWriter(OutputStream out, byte[] key) {
        this.out = new DataOutputStream(out);
        this.seal = new Seal(key);
    }

    /**
     * Writes and flushes one fact.
     *
     * @throws WireException of the kind OVERSIZE if it is larger than a reader would accept, of the kind OUT_OF_ORDER if it cannot
     *     come at this place; nothing is written then
     */
    public synchronized void write(Fact fact) throws IOException {
        FieldWriter fields = new FieldWriter();
        fields.number(sequence);
        FactCode.write(fact, fields);
        byte[] content = fields.bytes();
        if (content.length > Limits.FRAME) {
            throw new WireException(
                    WireException.Kind.OVERSIZE, "a fact of " + content.length + " bytes; at most " + Limits.FRAME);
        }
        order.accept(fact);
        out.writeInt(content.length);
        out.write(content);
        out.write(seal.of(content));
        out.flush();
        sequence++;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
