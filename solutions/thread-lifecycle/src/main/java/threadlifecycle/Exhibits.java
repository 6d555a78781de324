package threadlifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A museum of threads, with one exhibit for each state that a thread can be in. */
public final class Exhibits {

    private Exhibits() {}

    /** Sets up an exhibit and returns it when its thread has come to that state. There it stays until it is closed. */
    public static Exhibit inState(Thread.State state) throws InterruptedException {
        // Closing time: a gate that close() opens and at which everybody waits. Each exhibit has its own.
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
        }
    }

    /** Only a thread that has something to do stays RUNNABLE: it looks at the gate again and again. */
    private static void runUntil(CountDownLatch closing) {
        while (closing.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    /**
     * BLOCKED is a thread that wants into a synchronized block in which another thread is: so a guard goes in first, and stays until
     * closing time.
     */
    private static Thread blockedUntil(CountDownLatch closing) throws InterruptedException {
        Object room = new Object();
        CountDownLatch guardIsIn = new CountDownLatch(1);
        new Thread(
                        () -> {
                            synchronized (room) {
                                guardIsIn.countDown();
                                waitFor(closing);
                            }
                        },
                        "guard")
                .start();
        // Without this the visitor might be faster than the guard.
        guardIsIn.await();
        return new Thread(
                () -> {
                    synchronized (room) {
                        // closing time: the guard has left
                    }
                });
    }

    private static void waitFor(CountDownLatch closing) {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody wants it to end, which is fine
        }
    }

    /** The same with a limit, and the state is TIMED_WAITING. The limit is longer than any visit. */
    private static void waitForAtMostAYear(CountDownLatch closing) {
        try {
            closing.await(365, TimeUnit.DAYS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After start() a thread takes its time. Looking at it is the only way to know how far it has come. */
    private static void comeTo(Thread.State state, Thread thread) throws InterruptedException {
        while (thread.getState() != state) {
            Thread.sleep(1);
        }
    }
}
