package telar.run;

import java.io.IOException;
import java.io.InputStream;

/** Reads everything that the child prints, and keeps only the beginning. */
final class ChildOutput extends Thread {
    private static final int KEPT = 2_000;
    private final InputStream from;

    /** Guarded by itself: written by this thread, read by the session's. */
    private final StringBuilder kept = new StringBuilder();

    private ChildOutput(InputStream from) {
        super("telar-output");
        this.from = from;
        setDaemon(true);
    }

    static ChildOutput of(InputStream from) {
        ChildOutput output = new ChildOutput(from);
        output.start();
        return output;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                synchronized (kept) {
                    for (int i = 0; i < n && kept.length() < KEPT; i++) {
                        char c = (char) (buffer[i] & 0x7F);
                        kept.append(c >= ' ' || c == '\n' ? c : '?');
                    }
                }
            }
        } catch (IOException e) {
            // The process is gone.
        }
    }

    String text() {
        synchronized (kept) {
            return kept.toString().strip();
        }
    }
}
