package telar.engine.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a thread of the operating system sleeps, and has slept without a break: whether it waits for input or output for real,
 * as opposed to being about to go on when it gets a processor. That makes the answer one about the program, not about the load.
 *
 * <p>On Linux the kernel tells it ({@code /proc/self/task/…/status}: the state, and how often the thread has left its processor).
 * Elsewhere the thread's stack must stand still for longer.
 */
final class Pulse {
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");

    private final Thread thread;

    /** The kernel's file about the thread, or null. */
    private final String status;

    private Pulse(Thread thread, String status) {
        this.thread = thread;
        this.status = status;
    }

    static Pulse ofThisThread() {
        String status = null;
        try {
            status = "/proc/" + Files.readSymbolicLink(THIS_THREAD) + "/status";
        } catch (IOException | UnsupportedOperationException e) {
            // Not a Linux: the stack must do.
        }
        return new Pulse(Thread.currentThread(), status);
    }

    /** Whether two equal beats are enough, however short the time between them. */
    boolean exact() {
        return status != null;
    }

    /** A text that stays the same as long as the thread sleeps without a break; empty while it runs or could run. */
    String beat() {
        if (status == null) {
            return standing();
        }
        try {
            String text = read(status);
            int state = text.indexOf("State:");
            int switches = text.indexOf("voluntary_ctxt_switches:");
            if (state < 0 || switches < 0 || text.charAt(text.indexOf('\t', state) + 1) != 'S') {
                return "";
            }
            return text.substring(switches);
        } catch (IOException e) {
            return "";
        }
    }

    private String standing() {
        StackTraceElement[] frames = thread.getStackTrace();
        boolean native_ = frames.length > 0 && frames[0].isNativeMethod();
        return native_ || thread.getState() != Thread.State.RUNNABLE ? java.util.Arrays.toString(frames) : "";
    }

    private static String read(String file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readNBytes(8_192), StandardCharsets.ISO_8859_1);
        }
    }
}
