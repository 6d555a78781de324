// Idea: like the ticket machine at a counter: whoever takes the number puts the next one back.
package threadcensus;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Census {
    private final BlockingQueue<Integer> numbers = new LinkedBlockingQueue<>();

    public Census() {
        numbers.add(1);
    }

    public ThreadCard describe() {
        Thread me = Thread.currentThread();
        return new ThreadCard(ProcessHandle.current().pid(), me.getName(), me.isDaemon(), true);
    }

    public Thread startNamed(String name, Runnable task) {
        Thread thread = new Worker(name, task);
        thread.start();
        return thread;
    }

    public Thread start(Runnable task) {
        try {
            int number = numbers.take();
            numbers.put(number + 1);
            return startNamed("worker-" + number, task);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Worker extends Thread {
        private final Runnable task;

        Worker(String name, Runnable task) {
            this.task = task;
            setName(name);
        }

        @Override
        public void run() {
            task.run();
        }
    }
}
