// Idea: the JDK's factory makes the thread; it gets its name before it starts. The process is described by the management bean.
package threadcensus;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

public final class Census {
    private final AtomicInteger workers = new AtomicInteger();

    public Census() {}

    public ThreadCard describe() {
        Thread me = Thread.currentThread();
        return new ThreadCard(ManagementFactory.getRuntimeMXBean().getPid(), me.getName(), me.isDaemon(), me.isAlive());
    }

    public Thread startNamed(String name, Runnable task) {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName(name);
        thread.start();
        return thread;
    }

    public Thread start(Runnable task) {
        return startNamed("worker-" + workers.incrementAndGet(), task);
    }
}
