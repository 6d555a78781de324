// Wrong: the number is raised in one step and read in another: both threads may read 2.
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
        workers.incrementAndGet();
        return startNamed("worker-" + workers.get(), task);
    }
}
