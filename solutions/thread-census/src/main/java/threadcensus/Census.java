package threadcensus;

import java.util.concurrent.atomic.AtomicInteger;

/** Knows who is who: describes the thread that asks, and gives every thread that it starts a name. */
public final class Census {

    /** How many default names were given. incrementAndGet is one step: no two threads ever get the same number. */
    private final AtomicInteger workers = new AtomicInteger();

    /** A census that has not counted anybody yet. */
    public Census() {}

    /** The card of the thread that calls this. */
    public ThreadCard describe() {
        // Asked anew at every call: which thread this is depends on who calls, not on who made the census.
        Thread me = Thread.currentThread();
        return new ThreadCard(ProcessHandle.current().pid(), me.getName(), me.isDaemon(), me.isAlive());
    }

    /** Starts a thread with this name and returns it at once. The name is there before the task begins. */
    public Thread startNamed(String name, Runnable task) {
        // With the name in the constructor there is no moment at which the thread runs under another one.
        Thread thread = new Thread(task, name);
        thread.start();
        return thread;
    }

    /**
     * Starts a thread with the next free name, {@code worker-1}, {@code worker-2} and so on, and returns it at once. Several threads may call
     * this at the same time.
     */
    public Thread start(Runnable task) {
        return startNamed("worker-" + workers.incrementAndGet(), task);
    }
}
