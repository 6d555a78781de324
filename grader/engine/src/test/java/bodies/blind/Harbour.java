package bodies.blind;

import bodies.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.StampedLock;
import telar.engine.Failure.Kind;
import telar.engine.Wrong;

public final class Harbour {
    private Harbour() {}

    /**
     * Both keepers get the read lock; neither conversion can succeed while the other reads, and neither gives its read
     * lock up: both spin for ever.
     */
    @Wrong(Kind.NO_PROGRESS)
    public static void bothKeepersUpgrade() throws Exception {
        StampedLock sluice = new StampedLock();
        Together.Cell level = new Together.Cell();
        Together.Act keeper = () -> {
            long stamp = sluice.readLock();
            try {
                if (level.value < 2) {
                    long write = sluice.tryConvertToWriteLock(stamp);
                    while (write == 0) {
                        Thread.yield();
                        write = sluice.tryConvertToWriteLock(stamp);
                    }
                    stamp = write;
                    level.value++;
                }
            } finally {
                sluice.unlock(stamp);
            }
        };
        Together.run(keeper, keeper);
        Together.same(2, level.value);
    }

    private static final class Hatch extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean tryAcquire(int ignored) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int ignored) {
            setState(0);
            return getState() == 0;
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() == 1;
        }

        Condition condition() {
            return new ConditionObject();
        }
    }

    /**
     * TryRelease reads the state again after giving the lock away: if the loader takes it between, the await of the
     * unloader sees its release fail and throws IllegalMonitorStateException.
     */
    @Wrong(Kind.EXCEPTION)
    public static void hatchReadsTwice() throws Exception {
        Hatch hatch = new Hatch();
        Condition loaded = hatch.condition();
        AtomicInteger crates = new AtomicInteger();
        Together.run(() -> {
            hatch.acquire(1);
            try {
                while (crates.get() == 0) {
                    loaded.await();
                }
                crates.decrementAndGet();
            } finally {
                hatch.release(1);
            }
        }, () -> {
            hatch.acquire(1);
            try {
                crates.incrementAndGet();
                loaded.signal();
            } finally {
                hatch.release(1);
            }
        });
        Together.same(0, crates.get());
    }

    /**
     * The pilot finds the backlog empty, then the office fails to transfer (the pilot does not wait yet) and puts both
     * ships into the backlog; the pilot then takes from the transfer queue for ever.
     */
    @Wrong(Kind.DEADLOCK)
    public static void pilotBacklog() throws Exception {
        LinkedTransferQueue<String> radio = new LinkedTransferQueue<>();
        ConcurrentLinkedQueue<String> backlog = new ConcurrentLinkedQueue<>();
        AtomicInteger piloted = new AtomicInteger();
        Thread pilot = Together.start(() -> {
            for (int i = 0; i < 2; i++) {
                String ship = backlog.poll();
                if (ship == null) {
                    ship = radio.take();
                }
                piloted.incrementAndGet();
            }
        });
        for (String ship : List.of("Aurora", "Borea")) {
            if (!radio.tryTransfer(ship)) {
                backlog.add(ship);
            }
        }
        pilot.join();
        Together.same(2, piloted.get());
    }

    /** The two captains may meet each other at the exchanger and leave; the broker then waits for a partner for ever. */
    @Wrong(Kind.DEADLOCK)
    public static void brokerLeftOut() throws Exception {
        Exchanger<String> quay = new Exchanger<>();
        ConcurrentLinkedQueue<String> got = new ConcurrentLinkedQueue<>();
        Thread broker = Together.start(() -> {
            String ware = "silver";
            ware = quay.exchange(ware);
            ware = quay.exchange(ware);
            got.add(ware);
        });
        Thread first = Together.start(() -> got.add(quay.exchange("tea")));
        Thread second = Together.start(() -> got.add(quay.exchange("salt")));
        broker.join();
        first.join();
        second.join();
        Together.same(3, got.size());
    }

    private static final class Berths {
        private final ConcurrentSkipListMap<Integer, Integer> freeByLength = new ConcurrentSkipListMap<>();

        Integer claim(int length) {
            for (;;) {
                Map.Entry<Integer, Integer> fit = freeByLength.ceilingEntry(length);
                if (fit == null) {
                    return null;
                }
                int berth = fit.getKey();
                int left = fit.getValue();
                boolean mine = left == 1
                        ? freeByLength.remove(berth) != null
                        : freeByLength.replace(berth, left, left - 1);
                if (mine) {
                    return berth;
                }
            }
        }

        void leave(int berth) {
            freeByLength.merge(berth, 1, Integer::sum);
        }

        int free() {
            int sum = 0;
            for (int n : freeByLength.values()) {
                sum += n;
            }
            return sum;
        }
    }

    /**
     * A boat sees the last berth (1), another leaves (2), then the unconditional remove(key) throws both away though one
     * is claimed: one berth is lost.
     */
    @Wrong(Kind.ASSERTION)
    public static void berthsVanish() throws Exception {
        Berths berths = new Berths();
        berths.leave(12);
        AtomicInteger claimed = new AtomicInteger();
        Together.Act arriving = () -> {
            if (berths.claim(10) != null) {
                claimed.incrementAndGet();
            }
        };
        Together.run(arriving, arriving, () -> berths.leave(12));
        Together.same(2, claimed.get() + berths.free());
    }

}
