// Wrong: makes the card of a thread once and keeps it; when the thread gets another name, the card has the old one.
package threadcensus;

import java.util.concurrent.atomic.AtomicInteger;

public final class Census {
    private final AtomicInteger workers = new AtomicInteger();

    private final ThreadLocal<ThreadCard> card = ThreadLocal.withInitial(Census::make);

    public Census() {}

    public ThreadCard describe() {
        return card.get();
    }

    private static ThreadCard make() {
        Thread me = Thread.currentThread();
        return new ThreadCard(ProcessHandle.current().pid(), me.getName(), me.isDaemon(), me.isAlive());
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
