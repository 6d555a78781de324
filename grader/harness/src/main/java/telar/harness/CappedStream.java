package telar.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes what the submission prints: lets the beginning through, for a person who looks for a fault of the judge, and drops
 * the rest. The cap is far below the size of a pipe, so that printing never waits for a reader.
 */
final class CappedStream extends OutputStream {
    private static final int CAP = 4_096;

    private final OutputStream out;

    /** Bytes so far. Guarded by this object's monitor, which also keeps writes of real threads whole. */
    private long written;

    private CappedStream(OutputStream out) {
        this.out = out;
    }

    static PrintStream over(OutputStream out) {
        CappedStream capped = new CappedStream(out);
        return new PrintStream(capped, true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                if (!capped.full()) { // what is dropped need not be encoded first
                    super.print(text);
                }
            }
        };
    }

    private synchronized boolean full() {
        return written >= CAP;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        int kept = (int) Math.max(0, Math.min(length, CAP - written));
        written += length;
        if (kept > 0) {
            out.write(bytes, from, kept);
            out.flush();
        }
    }

    @Override
    public void close() {
        // the submission may not close the JVM's own streams
    }
}
