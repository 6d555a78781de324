// Idea: the flag is a latch: it opens once and stays open, however many open it; the thread is a daemon.
package stopflag;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

public final class Worker {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger processed = new AtomicInteger();
    private final Thread thread;

    public Worker(Job job) {
        thread =
                new Thread(
                        () -> {
                            try {
                                while (stopped.getCount() > 0) {
                                    job.doOnce();
                                    processed.incrementAndGet();
                                }
                            } catch (InterruptedException woken) {
                                Thread.currentThread().interrupt();
                            }
                        });
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        stopped.countDown();
        thread.interrupt();
    }

    public long processed() {
        return processed.get();
    }
}
