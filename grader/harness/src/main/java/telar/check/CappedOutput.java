package telar.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a program's output to its end, so that the program never waits for a reader, and keeps the beginning. */
final class CappedOutput implements Runnable {
    private static final int CAP = 64 * 1024;

    private final InputStream in;
    private final Thread reader;

    /** Guarded by its own monitor, which orders the reader's writes before {@link #text}. */
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private CappedOutput(InputStream in) {
        this.in = in;
        this.reader = new Thread(outermostGroup(), this, "output of a child JVM");
        reader.setDaemon(true);
    }

    static CappedOutput of(InputStream in) {
        CappedOutput output = new CappedOutput(in);
        output.reader.start();
        return output;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (kept) {
                    kept.write(buffer, 0, Math.min(n, CAP - kept.size()));
                }
            }
        } catch (IOException e) {
            // the program was stopped; what was read so far is all there is
        }
    }

    /** What was printed, once the program has ended. A program of its own that still holds the stream is not waited for. */
    String text() throws InterruptedException {
        reader.join(5_000);
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }

    /** Outside the check's own thread group, so that the check does not see the reader among the submission's threads. */
    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
