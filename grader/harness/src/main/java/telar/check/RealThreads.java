package telar.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import telar.engine.Observe.ThreadFact;

/** The live threads of this JVM that belong to the calling check: those of its thread group, without the caller. */
final class RealThreads {
    private RealThreads() {}

    static List<ThreadFact> alive() {
        return threads().stream()
                .map(thread -> new ThreadFact(thread.getName(), thread.isDaemon(), true, doing(thread)))
                .toList();
    }

    /** Waits until they have all ended, with those that they start meanwhile, or for that long. */
    static void awaitTheirEnd(Duration cap) {
        long end = System.nanoTime() + cap.toNanos();
        List<Thread> left = threads();
        while (!left.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return;
            }
            try {
                left.get(0).join(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = threads();
        }
    }

    private static List<Thread> threads() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] found = new Thread[group.activeCount() * 2 + 16];
        int n = group.enumerate(found);
        return Arrays.stream(found, 0, n).filter(thread -> thread != Thread.currentThread()).toList();
    }

    private static String doing(Thread thread) {
        String state =
                switch (thread.getState()) {
                    case BLOCKED -> "waits for a lock";
                    case WAITING, TIMED_WAITING -> "waits";
                    default -> "runs";
                };
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.") && !frame.getClassName().startsWith("jdk.")) {
                return thread.getName() + " " + state + " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return thread.getName() + " " + state;
    }
}
