package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** {@link Semaphore}, {@link CountDownLatch}, {@link CyclicBarrier}, {@link Phaser} and {@link Exchanger}. */
final class Synchronizers {
    private Synchronizers() {}

    // ---- Semaphore

    @Right
    static void excludesWithOnePermit() throws Exception {
        same(2, countWith(new Semaphore(1)));
    }

    @Wrong(Kind.DATA_RACE)
    static void excludesWithTwoPermits() throws Exception {
        countWith(new Semaphore(2));
    }

    private static int countWith(Semaphore permits) throws Exception {
        Cell cell = new Cell();
        Together.Act act = () -> {
            permits.acquire();
            cell.value++;
            permits.release();
        };
        run(act, act);
        return cell.value;
    }

    @Right
    static void letsTwoOfThreeIn() throws Exception {
        same(2, Math.max(2, peakWith(new Semaphore(2))));
    }

    @Wrong(Kind.ASSERTION)
    static void letsThreeOfThreeIn() throws Exception {
        same(2, Math.max(2, peakWith(new Semaphore(3))));
    }

    private static int peakWith(Semaphore permits) throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        Together.Act act = () -> {
            permits.acquire();
            int now = inside.incrementAndGet();
            peak.accumulateAndGet(now, Math::max);
            inside.decrementAndGet();
            permits.release();
        };
        run(act, act, act);
        return peak.get();
    }

    @Right
    static void givesThePermitBackAfterAFailure() throws Exception {
        Semaphore permits = new Semaphore(1);
        Together.Act act = () -> {
            permits.acquire();
            try {
                Integer.parseInt("twelve");
            } catch (NumberFormatException e) {
                // expected
            } finally {
                permits.release();
            }
        };
        run(act, act);
    }

    @Wrong(Kind.DEADLOCK)
    static void keepsThePermitAfterAFailure() throws Exception {
        Semaphore permits = new Semaphore(1);
        Together.Act act = () -> {
            permits.acquire();
            try {
                Integer.parseInt("twelve");
                permits.release();
            } catch (NumberFormatException e) {
                // expected
            }
        };
        run(act, act);
    }

    @Right
    static void releasesOnlyWhatItGot() throws Exception {
        Semaphore permits = new Semaphore(1);
        Cell cell = new Cell();
        Together.Act act = () -> {
            if (permits.tryAcquire()) {
                cell.value++;
                permits.release();
            }
        };
        run(act, act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void releasesWhatItDidNotGet() throws Exception {
        Semaphore permits = new Semaphore(1);
        Cell cell = new Cell();
        Together.Act act = () -> {
            if (permits.tryAcquire()) {
                cell.value++;
            }
            permits.release();
        };
        run(act, act, act);
    }

    @Right
    static void takesTwoPermitsAtOnce() throws Exception {
        Semaphore permits = new Semaphore(2);
        Together.Act act = () -> {
            permits.acquire(2);
            permits.release(2);
        };
        run(act, act);
    }

    @Wrong(Kind.DEADLOCK)
    static void takesTwoPermitsOneByOne() throws Exception {
        Semaphore permits = new Semaphore(2);
        Together.Act act = () -> {
            permits.acquire();
            permits.acquire();
            permits.release(2);
        };
        run(act, act);
    }

    @Right
    static void givesUpOnAPermitInTime() throws Exception {
        Semaphore permits = new Semaphore(0);
        run(() -> yes(!permits.tryAcquire(1, TimeUnit.SECONDS), "there was none"));
    }

    // ---- CountDownLatch

    @Right
    static void waitsForBoth() throws Exception {
        same(2, sumAfter(new CountDownLatch(2)));
    }

    @Wrong(Kind.DATA_RACE)
    static void waitsForOneOfTwo() throws Exception {
        sumAfter(new CountDownLatch(1));
    }

    @Wrong(Kind.DEADLOCK)
    static void waitsForThreeOfTwo() throws Exception {
        sumAfter(new CountDownLatch(3));
    }

    private static int sumAfter(CountDownLatch latch) throws Exception {
        int[] results = new int[2];
        for (int i = 0; i < 2; i++) {
            int mine = i;
            start(() -> {
                results[mine] = 1;
                latch.countDown();
            });
        }
        latch.await();
        return results[0] + results[1];
    }

    @Right
    static void countsDownAfterWriting() throws Exception {
        Cell cell = new Cell();
        CountDownLatch latch = new CountDownLatch(1);
        start(() -> {
            cell.value = 1;
            latch.countDown();
        });
        latch.await();
        same(1, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void countsDownBeforeWriting() throws Exception {
        Cell cell = new Cell();
        CountDownLatch latch = new CountDownLatch(1);
        start(() -> {
            latch.countDown();
            cell.value = 1;
        });
        latch.await();
        same(1, cell.value);
    }

    // ---- CyclicBarrier

    @Right
    static void readsTheNeighboursAfterTheBarrier() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        int[] parts = new int[2];
        run(
                () -> {
                    parts[0] = 1;
                    barrier.await();
                    same(1, parts[1]);
                },
                () -> {
                    parts[1] = 1;
                    barrier.await();
                    same(1, parts[0]);
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void readsTheNeighboursBeforeTheBarrier() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        int[] parts = new int[2];
        run(
                () -> {
                    parts[0] = 1;
                    barrier.await();
                    same(1, parts[1]);
                },
                () -> {
                    parts[1] = 1;
                    yes(parts[0] >= 0, "negative");
                    barrier.await();
                });
    }

    @Wrong(Kind.DEADLOCK)
    static void expectsOnePartyTooMany() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(3);
        run(barrier::await, barrier::await);
    }

    @Right
    static void separatesRoundsWithTwoBarriers() throws Exception {
        rounds(true);
    }

    @Wrong(Kind.DATA_RACE)
    static void separatesRoundsWithOneBarrier() throws Exception {
        rounds(false);
    }

    private static void rounds(boolean twice) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        int[] parts = new int[2];
        Together.Act[] acts = new Together.Act[2];
        for (int i = 0; i < 2; i++) {
            int mine = i;
            acts[i] = () -> {
                for (int round = 1; round <= 2; round++) {
                    parts[mine] = round;
                    barrier.await();
                    yes(parts[1 - mine] >= round, "an old round");
                    if (twice) {
                        barrier.await();
                    }
                }
            };
        }
        run(acts);
    }

    @Right
    static void sumsInTheBarriersAction() throws Exception {
        int[] parts = new int[2];
        Cell sum = new Cell();
        CyclicBarrier barrier = new CyclicBarrier(2, () -> sum.value = parts[0] + parts[1]);
        run(
                () -> {
                    parts[0] = 1;
                    barrier.await();
                    same(3, sum.value);
                },
                () -> {
                    parts[1] = 2;
                    barrier.await();
                    same(3, sum.value);
                });
    }

    @Right
    static void noticesABrokenBarrier() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        run(() -> {
            try {
                barrier.await(1, TimeUnit.SECONDS);
                throw new AssertionError("nobody else came");
            } catch (TimeoutException e) {
                yes(barrier.isBroken(), "whole");
            }
        });
        try {
            barrier.await();
            throw new AssertionError("it was broken");
        } catch (BrokenBarrierException e) {
            // expected
        }
    }

    // ---- Phaser

    @Right
    static void advancesWithEveryParty() throws Exception {
        same(2, phases(2));
    }

    @Wrong(Kind.DATA_RACE)
    static void advancesWithoutAParty() throws Exception {
        phases(1);
    }

    private static int phases(int parties) throws Exception {
        Phaser phaser = new Phaser(parties);
        int[] parts = new int[2];
        Cell sum = new Cell();
        run(
                () -> {
                    parts[0] = 1;
                    phaser.arriveAndAwaitAdvance();
                    sum.value = parts[0] + parts[1];
                },
                () -> {
                    parts[1] = 1;
                    phaser.arriveAndAwaitAdvance();
                });
        return sum.value;
    }

    @Right
    static void leavesThePhaser() throws Exception {
        Phaser phaser = new Phaser(2);
        run(
                () -> {
                    phaser.arriveAndAwaitAdvance();
                    phaser.arriveAndAwaitAdvance();
                },
                () -> {
                    phaser.arriveAndAwaitAdvance();
                    phaser.arriveAndDeregister();
                });
    }

    @Wrong(Kind.DEADLOCK)
    static void walksAwayFromThePhaser() throws Exception {
        Phaser phaser = new Phaser(2);
        run(
                () -> {
                    phaser.arriveAndAwaitAdvance();
                    phaser.arriveAndAwaitAdvance();
                },
                phaser::arriveAndAwaitAdvance);
    }

    // ---- Exchanger

    @Right
    static void swapsInPairs() throws Exception {
        Exchanger<String> exchanger = new Exchanger<>();
        run(
                () -> yes(exchanger.exchange("salt").equals("pepper"), "not pepper"),
                () -> yes(exchanger.exchange("pepper").equals("salt"), "not salt"));
    }

    @Wrong(Kind.DEADLOCK)
    static void swapsAmongThree() throws Exception {
        Exchanger<String> exchanger = new Exchanger<>();
        run(() -> exchanger.exchange("a"), () -> exchanger.exchange("b"), () -> exchanger.exchange("c"));
    }

    @Right
    static void fillsTheBufferItGot() throws Exception {
        Exchanger<int[]> exchanger = new Exchanger<>();
        Together.Act act = () -> {
            int[] mine = {1};
            mine = exchanger.exchange(mine);
            mine[0]++;
            same(2, mine[0]);
        };
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void fillsTheBufferItGaveAway() throws Exception {
        Exchanger<int[]> exchanger = new Exchanger<>();
        Together.Act act = () -> {
            int[] mine = {1};
            int[] other = exchanger.exchange(mine);
            mine[0]++;
            yes(other[0] > 0, "empty");
        };
        run(act, act);
    }
}
