package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Stages with time limits, and synchronizers of the program's own. */
final class Stages {
    private Stages() {}

    @Right(schedules = 20)
    static void completesWithADefault() throws Exception {
        CompletableFuture<Integer> never = new CompletableFuture<>();
        same(7, never.completeOnTimeout(7, 1, TimeUnit.SECONDS).join());
    }

    @Right(schedules = 20)
    static void givesUpInTime() throws Exception {
        CompletableFuture<Integer> never = new CompletableFuture<>();
        try {
            never.orTimeout(1, TimeUnit.SECONDS).join();
            yes(false, "completed");
        } catch (CompletionException e) {
            yes(e.getCause() instanceof TimeoutException, "another reason");
        }
    }

    @Wrong(value = Kind.EXCEPTION, schedules = 20)
    static void givesUpTooEarly() throws Exception {
        CompletableFuture<Integer> late = new CompletableFuture<>();
        start(() -> {
            Thread.sleep(2_000);
            late.complete(1);
        });
        late.orTimeout(1, TimeUnit.SECONDS).join();
    }

    @Right
    static void readsWhatTheCompleterWrote() throws Exception {
        Cell cell = new Cell();
        CompletableFuture<Void> done = new CompletableFuture<>();
        run(
                () -> {
                    cell.value = 1;
                    done.complete(null);
                },
                () -> {
                    done.join();
                    same(1, cell.value);
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void writesAfterCompleting() throws Exception {
        Cell cell = new Cell();
        CompletableFuture<Void> done = new CompletableFuture<>();
        run(
                () -> {
                    done.complete(null);
                    cell.value = 1;
                },
                () -> {
                    done.join();
                    yes(cell.value >= 0, "negative");
                });
    }

    /** A stage runs in the thread that completes or in the one that adds it. */
    @Wrong(Kind.ASSERTION)
    static void expectsTheStageInTheCompleter() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread completer = start(() -> done.complete(null));
        CompletableFuture<Thread> ranIn = done.thenApply(nothing -> Thread.currentThread());
        yes(ranIn.join() == completer, "in another thread");
    }

    // ---- own synchronizers

    static final class Latch {
        private static final class Sync extends AbstractQueuedSynchronizer {
            private static final long serialVersionUID = 1L;

            @Override
            protected int tryAcquireShared(int ignored) {
                return getState() == 1 ? 1 : -1;
            }

            @Override
            protected boolean tryReleaseShared(int ignored) {
                setState(1);
                return true;
            }
        }

        private final Sync sync = new Sync();

        void open() {
            sync.releaseShared(1);
        }

        void await() throws InterruptedException {
            sync.acquireSharedInterruptibly(1);
        }
    }

    static final class Mutex {
        private static final class Sync extends AbstractQueuedSynchronizer {
            private static final long serialVersionUID = 1L;
            private final boolean atomic;

            Sync(boolean atomic) {
                this.atomic = atomic;
            }

            @Override
            protected boolean tryAcquire(int ignored) {
                if (atomic) {
                    return compareAndSetState(0, 1);
                }
                if (getState() == 0) {
                    setState(1);
                    return true;
                }
                return false;
            }

            @Override
            protected boolean tryRelease(int ignored) {
                setState(0);
                return true;
            }
        }

        private final Sync sync;

        Mutex(boolean atomic) {
            sync = new Sync(atomic);
        }

        void lock() {
            sync.acquire(1);
        }

        void unlock() {
            sync.release(1);
        }
    }

    @Right
    static void waitsAtItsOwnLatch() throws Exception {
        Latch latch = new Latch();
        Cell cell = new Cell();
        Together.Act reader = () -> {
            latch.await();
            same(1, cell.value);
        };
        run(reader, reader, () -> {
            cell.value = 1;
            latch.open();
        });
    }

    @Wrong(Kind.DEADLOCK)
    static void neverOpensItsOwnLatch() throws Exception {
        Latch latch = new Latch();
        run(latch::await);
    }

    @Right
    static void countsUnderItsOwnMutex() throws Exception {
        Mutex mutex = new Mutex(true);
        Cell cell = new Cell();
        Together.Act act = () -> {
            mutex.lock();
            cell.value++;
            mutex.unlock();
        };
        run(act, act);
        same(2, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void countsUnderAMutexThatChecksThenActs() throws Exception {
        Mutex mutex = new Mutex(false);
        Cell cell = new Cell();
        Together.Act act = () -> {
            mutex.lock();
            cell.value++;
            mutex.unlock();
        };
        run(act, act);
    }
}
