// Idea: a plain number, guarded by the lock of the census.
package threadcensus;

public final class Census {
    private int workers;

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
        String name;
        synchronized (this) {
            workers++;
            name = "worker-" + workers;
        }
        return startNamed(name, task);
    }
}
