// Idea: WAITING is a join() without a limit, TIMED_WAITING a join with one; what they join is a keeper who waits for closing time.
package threadlifecycle;

import java.util.concurrent.Semaphore;

public final class Exhibits {
    private Exhibits() {}

    public static Exhibit inState(Thread.State state) throws InterruptedException {
        Semaphore closing = new Semaphore(0);
        Thread keeper = new Thread(closing::acquireUninterruptibly, "keeper");
        Thread thread;
        if (state == Thread.State.BLOCKED) {
            Semaphore inside = new Semaphore(0);
            Object room = new Object();
            keeper =
                    new Thread(
                            () -> {
                                synchronized (room) {
                                    inside.release();
                                    closing.acquireUninterruptibly();
                                }
                            },
                            "keeper");
            keeper.start();
            inside.acquire();
            thread = new Thread(() -> enter(room));
        } else {
            keeper.start();
            Thread awaited = keeper;
            thread = new Thread(() -> stay(state, awaited));
        }
        if (state != Thread.State.NEW) {
            thread.start();
        }
        if (state == Thread.State.TERMINATED) {
            thread.join();
        }
        while (thread.getState() != state) {
            Thread.sleep(5);
        }
        return new OnShow(thread, closing);
    }

    private static void enter(Object room) {
        synchronized (room) {
            room.notifyAll();
        }
    }

    private static void stay(Thread.State state, Thread keeper) {
        try {
            if (state == Thread.State.WAITING) {
                keeper.join();
            } else if (state == Thread.State.TIMED_WAITING) {
                keeper.join(1_000_000_000L);
            } else if (state == Thread.State.RUNNABLE) {
                while (keeper.isAlive()) {
                    Thread.onSpinWait();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record OnShow(Thread thread, Semaphore closing) implements Exhibit {
        @Override
        public void close() {
            closing.release();
        }
    }
}
