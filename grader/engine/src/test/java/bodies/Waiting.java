package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** {@code wait}, {@code notify} and {@link Condition}. */
final class Waiting {
    private Waiting() {}

    /** Holds at most one loaf. */
    static final class Basket {
        boolean full;

        synchronized void put() throws InterruptedException {
            while (full) {
                wait();
            }
            full = true;
            notifyAll();
        }

        synchronized void take() throws InterruptedException {
            while (!full) {
                wait();
            }
            full = false;
            notifyAll();
        }

        synchronized void takeWithIf() throws InterruptedException {
            if (!full) {
                wait();
            }
            yes(full, "the basket is empty");
            full = false;
            notifyAll();
        }

        synchronized void putNotifyingOne() throws InterruptedException {
            while (full) {
                wait();
            }
            full = true;
            notify();
        }

        synchronized void takeNotifyingOne() throws InterruptedException {
            while (!full) {
                wait();
            }
            full = false;
            notify();
        }
    }

    @Right
    static void waitsInALoop() throws Exception {
        Basket basket = new Basket();
        run(basket::take, basket::take, () -> {
            basket.put();
            basket.put();
        });
    }

    @Wrong(Kind.ASSERTION)
    static void waitsInAnIfWithTwoTakers() throws Exception {
        Basket basket = new Basket();
        run(basket::takeWithIf, basket::takeWithIf, () -> {
            basket.put();
            basket.put();
        });
    }

    @Right
    static void waitsInALoopAlone() throws Exception {
        Basket basket = new Basket();
        run(basket::take, basket::put);
    }

    /** Right but for spurious wake-ups. */
    @Wrong(Kind.ASSERTION)
    static void waitsInAnIfAlone() throws Exception {
        Basket basket = new Basket();
        run(basket::takeWithIf, basket::put);
    }

    @Right
    static void notifiesAllOfMixedWaiters() throws Exception {
        Basket basket = new Basket();
        run(basket::take, basket::take, basket::put, basket::put);
    }

    /** The one notification may go to a thread that waits for the opposite. */
    @Wrong(Kind.DEADLOCK)
    static void notifiesOneOfMixedWaiters() throws Exception {
        Basket basket = new Basket();
        run(
                basket::takeNotifyingOne,
                basket::takeNotifyingOne,
                basket::takeNotifyingOne,
                basket::putNotifyingOne,
                basket::putNotifyingOne,
                basket::putNotifyingOne);
    }

    static final class Flag {
        boolean up;
    }

    @Right
    static void remembersTheSignal() throws Exception {
        Flag flag = new Flag();
        run(
                () -> {
                    synchronized (flag) {
                        while (!flag.up) {
                            flag.wait();
                        }
                    }
                },
                () -> {
                    synchronized (flag) {
                        flag.up = true;
                        flag.notify();
                    }
                });
    }

    @Wrong(Kind.DEADLOCK)
    static void losesTheSignal() throws Exception {
        Flag flag = new Flag();
        run(
                () -> {
                    synchronized (flag) {
                        flag.wait();
                    }
                },
                () -> {
                    synchronized (flag) {
                        flag.notify();
                    }
                });
    }

    @Wrong(Kind.EXCEPTION)
    static void waitsWithoutTheLock() throws Exception {
        Flag flag = new Flag();
        run(flag::wait);
    }

    @Wrong(Kind.EXCEPTION)
    static void notifiesWithoutTheLock() throws Exception {
        Flag flag = new Flag();
        run(flag::notifyAll);
    }

    @Right
    static void takesATimeOutForATimeOut() throws Exception {
        Flag flag = new Flag();
        run(() -> {
            synchronized (flag) {
                flag.wait(20);
                yes(!flag.up, "nobody raised it");
            }
        });
    }

    @Wrong(Kind.ASSERTION)
    static void takesATimeOutForTheSignal() throws Exception {
        Flag flag = new Flag();
        run(() -> {
            synchronized (flag) {
                flag.wait(20);
                yes(flag.up, "not raised");
            }
        });
    }

    /** A rendezvous of one baker and eaters with two conditions. */
    static final class Oven {
        final Lock lock = new ReentrantLock();
        final Condition ready = lock.newCondition();
        int loaves;

        void bake(boolean signal) {
            lock.lock();
            try {
                loaves++;
                if (signal) {
                    ready.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        void bakeTwo(boolean all) {
            lock.lock();
            try {
                loaves += 2;
                if (all) {
                    ready.signalAll();
                } else {
                    ready.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        void eat() throws InterruptedException {
            lock.lock();
            try {
                while (loaves == 0) {
                    ready.await();
                }
                loaves--;
            } finally {
                lock.unlock();
            }
        }

        void eatWithIf() throws InterruptedException {
            lock.lock();
            try {
                if (loaves == 0) {
                    ready.await();
                }
                loaves--;
                yes(loaves >= 0, "ate what was not there");
            } finally {
                lock.unlock();
            }
        }
    }

    @Right
    static void awaitsInALoop() throws Exception {
        Oven oven = new Oven();
        run(oven::eat, oven::eat, () -> {
            oven.bake(true);
            oven.bake(true);
        });
        same(0, oven.loaves);
    }

    @Wrong(Kind.ASSERTION)
    static void awaitsInAnIf() throws Exception {
        Oven oven = new Oven();
        run(oven::eatWithIf, oven::eatWithIf, () -> {
            oven.bake(true);
            oven.bake(true);
        });
    }

    /** Right but for spurious wake-ups. */
    @Wrong(Kind.ASSERTION)
    static void awaitsInAnIfAlone() throws Exception {
        Oven oven = new Oven();
        run(oven::eatWithIf, () -> oven.bake(true));
    }

    @Right
    static void signalsWhatItBaked() throws Exception {
        Oven oven = new Oven();
        run(oven::eat, () -> oven.bake(true));
    }

    @Wrong(Kind.DEADLOCK)
    static void forgetsToSignal() throws Exception {
        Oven oven = new Oven();
        run(oven::eat, () -> oven.bake(false));
    }

    @Right
    static void signalsAllForTwo() throws Exception {
        Oven oven = new Oven();
        run(oven::eat, oven::eat, () -> oven.bakeTwo(true));
    }

    @Wrong(Kind.DEADLOCK)
    static void signalsOneForTwo() throws Exception {
        Oven oven = new Oven();
        run(oven::eat, oven::eat, () -> oven.bakeTwo(false));
    }

    @Wrong(Kind.EXCEPTION)
    static void signalsWithoutTheLock() throws Exception {
        Oven oven = new Oven();
        run(oven.ready::signal);
    }

    @Right
    static void awaitsForAWhile() throws Exception {
        Oven oven = new Oven();
        Thread eater = start(() -> {
            oven.lock.lock();
            try {
                while (oven.loaves == 0) {
                    if (!oven.ready.await(1, TimeUnit.SECONDS)) {
                        return;
                    }
                }
                oven.loaves--;
            } finally {
                oven.lock.unlock();
            }
        });
        oven.bake(true);
        eater.join();
    }

    @Wrong(Kind.DEADLOCK)
    static void awaitsWhileHoldingAnotherLock() throws Exception {
        Oven oven = new Oven();
        Object kitchen = new Object();
        run(
                () -> {
                    synchronized (kitchen) {
                        oven.eat();
                    }
                },
                () -> {
                    synchronized (kitchen) {
                        oven.bake(true);
                    }
                });
    }
}
