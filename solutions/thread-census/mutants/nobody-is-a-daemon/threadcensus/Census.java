// Wrong: the card always says that the thread is no daemon.
package threadcensus;

import java.util.concurrent.atomic.AtomicInteger;

public final class Census {
    private final AtomicInteger workers = new AtomicInteger();

    public Census() {}

    public ThreadCard describe() {
        Thread me = Thread.currentThread();
        return new ThreadCard(ProcessHandle.current().pid(), me.getName(), false, me.isAlive());
    }

    public Thread startNamed(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.start();
        return thread;
    }

    public Thread start(Runnable task) {
        return startNamed("worker-" + workers.incrementAndGet(), task);
    }
}
