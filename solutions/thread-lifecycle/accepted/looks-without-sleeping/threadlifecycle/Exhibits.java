// Idea: inState looks again and again and yields in between; the runner really works; the waiting exhibits are parked.
package threadlifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

public final class Exhibits {
    private Exhibits() {}

    public static Exhibit inState(Thread.State state) throws InterruptedException {
        CountDownLatch closing = new CountDownLatch(1);
        Thread thread =
                switch (state) {
                    case NEW, TERMINATED -> new Thread(() -> {});
                    case RUNNABLE -> new Thread(() -> runUntil(closing));
                    case BLOCKED -> blockedUntil(closing);
                    case WAITING -> new Thread(() -> waitFor(closing));
                    case TIMED_WAITING -> new Thread(() -> waitForAtMostAYear(closing));
                };
        if (state != Thread.State.NEW) {
            thread.start();
            comeTo(state, thread);
        }
        return new OnShow(thread, closing);
    }

    private record OnShow(Thread thread, CountDownLatch closing) implements Exhibit {
        @Override
        public void close() {
            closing.countDown();
            LockSupport.unpark(thread);
        }
    }

    private static void runUntil(CountDownLatch closing) {
        long visitors = 0;
        while (closing.getCount() > 0) {
            visitors++;
        }
    }

    private static Thread blockedUntil(CountDownLatch closing) throws InterruptedException {
        Object room = new Object();
        CountDownLatch guardIsIn = new CountDownLatch(1);
        new Thread(
                        () -> {
                            synchronized (room) {
                                guardIsIn.countDown();
                                waitForAtMostAYear(closing);
                            }
                        },
                        "guard")
                .start();
        guardIsIn.await();
        return new Thread(
                () -> {
                    synchronized (room) {
                    }
                });
    }

    private static void waitFor(CountDownLatch closing) {
        try {
            while (closing.getCount() > 0) {
                LockSupport.park();
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForAtMostAYear(CountDownLatch closing) {
        try {
            closing.await(365, TimeUnit.DAYS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void comeTo(Thread.State state, Thread thread) throws InterruptedException {
        while (thread.getState() != state) {
            Thread.yield();
        }
    }
}
