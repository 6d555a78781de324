package telar.engine;

import java.util.ArrayList;
import java.util.List;

/** Threads that a test or a body starts side by side. Works under the engine and, as plain threads, without it. */
public final class Threads {
    private static final List<String> NAMES =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Threads() {}

    /** What one thread does. */
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }

    /**
     * Runs each act in a thread of its own ({@code first}, {@code second}, {@code third} …) and waits until all have ended. What the
     * first of them threw is then thrown again, as it was; what the others threw is attached to it as suppressed.
     *
     * <p>If the calling thread is interrupted, it stops waiting: its status is set and {@link IllegalStateException} is thrown.
     */
    public static void together(Act... acts) {
        Throwable[] thrown = new Throwable[acts.length];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < acts.length; i++) {
            int me = i;
            Runnable body =
                    () -> {
                        try {
                            acts[me].run();
                        } catch (Throwable t) {
                            thrown[me] = t; // read only after the join below, which orders it
                        }
                    };
            Thread thread = new Thread(body, i < NAMES.size() ? NAMES.get(i) : (i + 1) + "th");
            thread.setDaemon(false);
            threads.add(thread);
        }
        threads.forEach(Threads::start);
        threads.forEach(Threads::join);
        Throwable primary = null;
        for (Throwable t : thrown) {
            if (primary == null) {
                primary = t;
            } else if (t != null && t != primary) {
                primary.addSuppressed(t);
            }
        }
        if (primary != null) {
            Threads.<RuntimeException>raise(primary);
        }
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
            } else {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + thread.getName(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
