// Wrong: makes the card once and shows it to everybody.
package threadcensus;

import java.util.concurrent.atomic.AtomicInteger;

public final class Census {
    private final AtomicInteger workers = new AtomicInteger();

    private ThreadCard card;

    public Census() {}

    public synchronized ThreadCard describe() {
        if (card != null) {
            return card;
        }
        Thread me = Thread.currentThread();
        card = new ThreadCard(ProcessHandle.current().pid(), me.getName(), me.isDaemon(), me.isAlive());
        return card;
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
