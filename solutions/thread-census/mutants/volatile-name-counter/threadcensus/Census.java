// Wrong: volatile makes the number visible, but ++ is still a read and a write: two threads may get the same number.
package threadcensus;

public final class Census {
    private volatile int workers;

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
        return startNamed("worker-" + ++workers, task);
    }
}
