// Idea: take the number that is there, and try again if somebody else took it first.
package threadcensus;

import java.util.concurrent.atomic.AtomicInteger;

public final class Census {
    private final AtomicInteger workers = new AtomicInteger();

    public Census() {}

    public ThreadCard describe() {
        Thread me = Thread.currentThread();
        return new ThreadCard(ProcessHandle.current().pid(), me.getName(), me.isDaemon(), me.isAlive());
    }

    public Thread startNamed(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.start();
        return thread;
    }

    public Thread start(Runnable task) {
        int taken;
        do {
            taken = workers.get();
        } while (!workers.compareAndSet(taken, taken + 1));
        return startNamed(String.format("worker-%d", taken + 1), task);
    }
}
