package telar.bench.programs;

/** Runs tasks side by side, each in a thread of its own. */
final class Together {
    private Together() {}

    /** Returns when all tasks have ended; throws what the first of them in order threw. */
    static void run(Runnable... tasks) {
        Throwable[] thrown = new Throwable[tasks.length]; // one slot a thread; join orders the reads
        Thread[] threads = new Thread[tasks.length];
        for (int i = 0; i < tasks.length; i++) {
            int own = i;
            threads[i] = new Thread(() -> {
                try {
                    tasks[own].run();
                } catch (Throwable t) {
                    thrown[own] = t;
                }
            });
            threads[i].setDaemon(true); // a deadlocked one must not keep a plain JVM alive
            threads[i].start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        for (Throwable t : thrown) {
            if (t != null) {
                throw new AssertionError(t);
            }
        }
    }

    static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
