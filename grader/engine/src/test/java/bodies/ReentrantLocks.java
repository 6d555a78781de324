package bodies;

import static bodies.Together.run;
import static bodies.Together.same;

import bodies.Together.Cell;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** {@link ReentrantLock}. */
final class ReentrantLocks {
    private ReentrantLocks() {}

    @Right
    static void countsUnderOneLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            lock.lock();
            try {
                cell.value++;
            } finally {
                lock.unlock();
            }
        };
        run(act, act);
        same(2, cell.value);
    }

    @Right
    static void countsUnderAFairLock() throws Exception {
        ReentrantLock lock = new ReentrantLock(true);
        Cell cell = new Cell();
        Together.Act act = () -> {
            lock.lock();
            try {
                cell.value++;
            } finally {
                lock.unlock();
            }
        };
        run(act, act);
        same(2, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void countsAfterUnlocking() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            lock.lock();
            lock.unlock();
            cell.value++;
        };
        run(act, act);
    }

    @Right
    static void unlocksWhenTheWorkThrows() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Together.Act act = () -> {
            try {
                lock.lock();
                try {
                    throw new UnsupportedOperationException("planned");
                } finally {
                    lock.unlock();
                }
            } catch (UnsupportedOperationException e) {
                // expected
            }
        };
        run(act, act);
    }

    @Wrong(Kind.DEADLOCK)
    static void keepsTheLockWhenTheWorkThrows() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            try {
                lock.lock();
                if (cell.value++ == 0) {
                    throw new UnsupportedOperationException("planned");
                }
                lock.unlock();
            } catch (UnsupportedOperationException e) {
                // expected
            }
        };
        run(act, act);
    }

    @Right
    static void heedsTryLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            if (lock.tryLock()) {
                try {
                    cell.value++;
                } finally {
                    lock.unlock();
                }
            }
        };
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void ignoresTryLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            lock.tryLock();
            cell.value++;
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
        };
        run(act, act);
    }

    @Right
    static void unlocksAsOftenAsItLocks() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Together.Act act = () -> {
            lock.lock();
            lock.lock();
            lock.unlock();
            lock.unlock();
        };
        run(act, act);
    }

    @Wrong(Kind.DEADLOCK)
    static void unlocksOnceTooRarely() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Together.Act act = () -> {
            lock.lock();
            lock.lock();
            lock.unlock();
        };
        run(act, act);
    }

    @Wrong(Kind.EXCEPTION)
    static void unlocksOnceTooOften() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Together.Act act = () -> {
            lock.lock();
            lock.unlock();
            lock.unlock();
        };
        run(act);
    }

    @Right
    static void locksInOneOrder() throws Exception {
        ReentrantLock first = new ReentrantLock();
        ReentrantLock second = new ReentrantLock();
        Together.Act act = () -> inOrder(first, second);
        run(act, act);
    }

    @Wrong(Kind.DEADLOCK)
    static void locksInTwoOrders() throws Exception {
        ReentrantLock first = new ReentrantLock();
        ReentrantLock second = new ReentrantLock();
        run(() -> inOrder(first, second), () -> inOrder(second, first));
    }

    private static void inOrder(ReentrantLock one, ReentrantLock other) {
        one.lock();
        other.lock();
        other.unlock();
        one.unlock();
    }

    @Right
    static void givesUpAWaitThatIsInterrupted() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Cell given = new Cell();
        Thread waiter = Together.start(() -> {
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                given.value = 1;
            }
        });
        waiter.interrupt();
        waiter.join();
        lock.unlock();
        same(1, given.value);
    }

    @Wrong(Kind.DEADLOCK)
    static void cannotInterruptLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Thread waiter = Together.start(lock::lock);
        waiter.interrupt();
        waiter.join();
    }
}
