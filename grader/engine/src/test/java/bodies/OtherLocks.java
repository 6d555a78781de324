package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** {@link ReentrantReadWriteLock} and {@link StampedLock}. */
final class OtherLocks {
    private OtherLocks() {}

    @Right
    static void writesUnderTheWriteLock() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Cell cell = new Cell();
        Together.Act write = () -> {
            lock.writeLock().lock();
            cell.value++;
            lock.writeLock().unlock();
        };
        run(write, write, () -> {
            lock.readLock().lock();
            int seen = cell.value;
            lock.readLock().unlock();
            yes(seen <= 2, "saw " + seen);
        });
        same(2, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void writesUnderTheReadLock() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Cell cell = new Cell();
        Together.Act write = () -> {
            lock.readLock().lock();
            cell.value++;
            lock.readLock().unlock();
        };
        run(write, write);
    }

    @Right
    static void downgradesToReading() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            lock.writeLock().lock();
            int mine = ++cell.value;
            lock.readLock().lock();
            lock.writeLock().unlock();
            same(mine, cell.value);
            lock.readLock().unlock();
        };
        run(act, act);
    }

    @Wrong(Kind.DEADLOCK)
    static void upgradesToWriting() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Together.Act act = () -> {
            lock.readLock().lock();
            lock.writeLock().lock();
            lock.writeLock().unlock();
            lock.readLock().unlock();
        };
        run(act);
    }

    @Right
    static void checksAgainUnderTheWriteLock() throws Exception {
        same(1, fillOnce(true));
    }

    @Wrong(Kind.ASSERTION)
    static void checksOnlyUnderTheReadLock() throws Exception {
        same(1, fillOnce(false));
    }

    private static int fillOnce(boolean again) throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            lock.readLock().lock();
            boolean empty = cell.value == 0;
            lock.readLock().unlock();
            if (empty) {
                lock.writeLock().lock();
                if (!again || cell.value == 0) {
                    cell.value++;
                }
                lock.writeLock().unlock();
            }
        };
        run(act, act);
        return cell.value;
    }

    static final class Point {
        final StampedLock lock = new StampedLock();
        volatile int x;
        volatile int y;

        void move() {
            long stamp = lock.writeLock();
            x++;
            y++;
            lock.unlockWrite(stamp);
        }
    }

    @Right
    static void validatesAnOptimisticRead() throws Exception {
        Point point = new Point();
        run(point::move, () -> {
            long stamp = point.lock.tryOptimisticRead();
            int x = point.x;
            int y = point.y;
            if (!point.lock.validate(stamp)) {
                stamp = point.lock.readLock();
                x = point.x;
                y = point.y;
                point.lock.unlockRead(stamp);
            }
            same(x, y);
        });
    }

    @Wrong(Kind.ASSERTION)
    static void doesNotValidateAnOptimisticRead() throws Exception {
        Point point = new Point();
        run(point::move, () -> {
            point.lock.tryOptimisticRead();
            int x = point.x;
            int y = point.y;
            same(x, y);
        });
    }

    @Right
    static void stampsInPairs() throws Exception {
        Point point = new Point();
        run(point::move, point::move);
        same(2, point.x);
    }

    @Wrong(Kind.DEADLOCK)
    static void takesAStampedLockTwice() throws Exception {
        StampedLock lock = new StampedLock();
        run(() -> {
            lock.writeLock();
            lock.writeLock();
        });
    }

    @Wrong(Kind.EXCEPTION)
    static void unlocksWithAnOldStamp() throws Exception {
        StampedLock lock = new StampedLock();
        run(() -> {
            long old = lock.writeLock();
            lock.unlockWrite(old);
            lock.writeLock();
            lock.unlockWrite(old);
        });
    }

    @Right
    static void convertsAReadStamp() throws Exception {
        StampedLock lock = new StampedLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            long stamp = lock.readLock();
            long write = lock.tryConvertToWriteLock(stamp);
            if (write == 0) {
                lock.unlockRead(stamp);
                write = lock.writeLock();
            }
            cell.value++;
            lock.unlockWrite(write);
        };
        run(act, act);
        same(2, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void ignoresAFailedConversion() throws Exception {
        StampedLock lock = new StampedLock();
        Cell cell = new Cell();
        Together.Act act = () -> {
            long stamp = lock.readLock();
            long write = lock.tryConvertToWriteLock(stamp);
            cell.value++;
            lock.unlock(write == 0 ? stamp : write);
        };
        run(act, act);
    }
}
