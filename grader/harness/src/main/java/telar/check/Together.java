package telar.check;

import java.util.ArrayList;
import java.util.List;
import telar.engine.Observe;

/** Threads that a check starts side by side. */
final class Together {
    private static final List<String> NAMES =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Together() {}

    static void run(Body... bodies) {
        Throwable[] thrown = new Throwable[bodies.length];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            int me = i;
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    bodies[me].run();
                                } catch (Throwable t) {
                                    thrown[me] = t; // read only after the join below, which orders it
                                }
                            },
                            name(i));
            thread.setDaemon(false);
            threads.add(thread);
        }
        threads.forEach(Together::start);
        threads.forEach(Together::join);
        rethrow(thrown);
    }

    /** The name of the n-th thread, counted from 0. */
    static String name(int n) {
        return n < NAMES.size() ? NAMES.get(n) : (n + 1) + "th";
    }

    /** Whether a thread of this name may be one that a check started. */
    static boolean isName(String name) {
        return NAMES.contains(name) || name.matches("\\d+th");
    }

    private static void start(Thread thread) {
        if (Observe.active()) {
            Observe.start(thread);
        } else {
            thread.start();
        }
    }

    private static void join(Thread thread) {
        try {
            if (Observe.active()) {
                Observe.join(thread);
                return;
            }
            thread.join(Checks.REAL_CAP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + thread.getName(), e);
        }
        if (thread.isAlive()) {
            throw new AssertionError(
                    "The " + thread.getName() + " of the threads is still running after " + TimeInWords.of(Checks.REAL_CAP) + ".");
        }
    }

    private static void rethrow(Throwable[] thrown) {
        Throwable primary = null;
        for (Throwable t : thrown) {
            if (primary == null) {
                primary = t;
            } else if (t != null && t != primary) {
                primary.addSuppressed(t);
            }
        }
        if (primary != null) {
            throw Rethrow.unchecked(primary);
        }
    }
}
