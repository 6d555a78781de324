package bodies;

/** Starts threads. */
public final class Together {
    private Together() {}

    public interface Act {
        void run() throws Exception;
    }

    public static final class Cell {
        public int value;
    }

    public static Thread thread(Act act) {
        return new Thread(() -> {
            try {
                act.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public static Thread start(Act act) {
        Thread thread = thread(act);
        thread.start();
        return thread;
    }

    /** Runs the acts in a thread each and returns when all have ended. */
    public static void run(Act... acts) throws InterruptedException {
        Thread[] threads = new Thread[acts.length];
        for (int i = 0; i < acts.length; i++) {
            threads[i] = start(acts[i]);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    public static void same(long expected, long actual) {
        if (expected != actual) {
            throw new AssertionError("expected " + expected + ", was " + actual);
        }
    }

    public static void yes(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
