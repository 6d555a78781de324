package semaphoreworkers;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.check.Rendezvous;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** Two or three loaves and one or two ovens show everything that can go wrong, and keep the interleavings few. */
class CappedRunnerChecks {

    private static final Runnable LOAF = () -> {};

    @Check(points = 10, property = Property.BEHAVIOUR)
    void everyTaskHasEndedWhenRunAllReturns() throws InterruptedException {
        Random random = new Random(seed());
        int tasks = 2 + random.nextInt(2);
        int big = random.nextInt(tasks); // this loaf takes longer than anybody would wait who only guesses
        List<AtomicInteger> runs = new ArrayList<>();
        List<Runnable> loaves = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            AtomicInteger ended = new AtomicInteger();
            Duration inTheOven = i == big ? Duration.ofHours(3) : Duration.ZERO;
            runs.add(ended);
            loaves.add(
                    () -> {
                        if (!inTheOven.isZero()) {
                            letTimePass(inTheOven);
                        }
                        ended.incrementAndGet();
                    });
        }

        new CappedRunner(2).runAll(loaves);

        List<Integer> timesEnded = new ArrayList<>();
        for (AtomicInteger ended : runs) {
            timesEnded.add(ended.get());
        }
        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(timesEnded).as("how often each task has ended").containsOnly(1).hasSize(tasks));
    }

    @Check(points = 15, property = Property.SAFETY)
    void neverMoreTasksThanOvens() throws InterruptedException {
        Gauge oven = new Gauge();

        new CappedRunner(1).runAll(oven.around(LOAF, 3));

        assertThat(oven).reached(1).neverExceeded(1);
    }

    @Check(points = 15, property = Property.PARALLELISM)
    void allOvensAreUsedAtTheSameTime() throws InterruptedException {
        Rendezvous bothInside = rendezvousOf(2);
        AtomicInteger met = new AtomicInteger();
        Runnable loaf =
                () -> {
                    bothInside.meet();
                    met.incrementAndGet();
                };

        new CappedRunner(2).runAll(Collections.nCopies(2, loaf));

        failing(Diagnosis.NOT_PARALLEL, () -> assertThat(met.get()).as("loaves in the ovens together").isEqualTo(2));
    }

    @Check(points = 10, property = Property.SAFETY)
    void twoBakersShareTheOvens() {
        CappedRunner bakery = new CappedRunner(1);
        Gauge oven = new Gauge();

        together(
                () -> bakery.runAll(List.of(oven.around(LOAF))),
                () -> bakery.runAll(List.of(oven.around(LOAF))));

        assertThat(oven).reached(1).neverExceeded(1);
    }

    @Check(points = 5, property = Property.LIVENESS)
    void twoBakersWithAnOvenEachComeToAnEnd() {
        CappedRunner bakery = new CappedRunner(2);

        together(() -> bakery.runAll(List.of(LOAF)), () -> bakery.runAll(List.of(LOAF)));
    }

    @Check(points = 15, property = Property.LIVENESS)
    void aBurntLoafFreesItsOven() throws InterruptedException {
        int burnt = new Random(seed()).nextInt(2);
        AtomicInteger good = new AtomicInteger();
        List<Runnable> loaves = new ArrayList<>(Collections.nCopies(2, (Runnable) good::incrementAndGet));
        loaves.add(
                burnt,
                () -> {
                    throw new PlannedFailure();
                });

        new CappedRunner(1).runAll(loaves);

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(good.get()).as("loaves baked beside the burnt one").isEqualTo(2));
    }

    @Check(points = 10, property = Property.LIVENESS)
    void whatWaitsForAnOvenAtClosingTimeIsNeverBaked() {
        AtomicInteger begun = new AtomicInteger();

        boolean told = closesWhileBaking(new CappedRunner(1), new Gauge(), begun, 3);
        letTimePass(Duration.ofMinutes(10));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(begun.get()).as("loaves begun, one of them before closing time").isEqualTo(1);
                    assertThat(told).as("runAll ends with an InterruptedException").isTrue();
                });
    }

    @Check(points = 5, property = Property.LIVENESS)
    void anInterruptAtAnyMomentCostsNoOven() throws InterruptedException {
        CappedRunner bakery = new CappedRunner(1);
        AtomicInteger baked = new AtomicInteger();
        Thread baker = new Thread(() -> runQuietly(bakery, List.of(LOAF)), "baker");

        baker.start();
        baker.interrupt();
        baker.join();
        letTimePass(Duration.ofHours(8));
        bakery.runAll(List.of(baked::incrementAndGet));

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(baked.get()).as("loaves baked the next morning").isEqualTo(1));
    }

    @Check(points = 5, property = Property.SAFETY)
    void closingTimeBuildsNoNewOven() throws InterruptedException {
        CappedRunner bakery = new CappedRunner(1);
        Gauge oven = new Gauge();
        closesWhileBaking(bakery, oven, new AtomicInteger(), 2);

        bakery.runAll(List.of(oven.around(LOAF))); // the last loaf may still be in the oven
        letTimePass(Duration.ofHours(8));
        bakery.runAll(oven.around(LOAF, 2));

        assertThat(oven).reached(1).neverExceeded(1);
    }

    @Check(points = 5, property = Property.LIVENESS)
    void whatWaitsForANeighboursOvenAtClosingTimeIsNeverBaked() {
        CappedRunner bakery = new CappedRunner(1);
        AtomicInteger begun = new AtomicInteger();
        Thread baker = Thread.currentThread();
        Runnable bigLoaf =
                () -> {
                    bakeFor(Duration.ofMinutes(1));
                    baker.interrupt();
                    bakeFor(Duration.ofMinutes(1)); // whoever reacts to the interrupt has reacted before the oven is free
                };

        Thread neighbour = new Thread(() -> runQuietly(bakery, List.of(bigLoaf)), "neighbour");
        neighbour.start();
        letTimePass(Duration.ofSeconds(1));
        boolean told = !runQuietly(bakery, List.of(begun::incrementAndGet));
        Thread.interrupted();
        letTimePass(Duration.ofMinutes(10));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(begun.get()).as("loaves begun that were waiting at closing time").isZero();
                    assertThat(told).as("runAll ends with an InterruptedException").isTrue();
                });
    }

    @Check(points = 5, property = Property.CLEANUP)
    void theBakeryIsEmptyAtNight() throws InterruptedException {
        Gauge ovens = new Gauge();
        new CappedRunner(2).runAll(ovens.around(LOAF, 2));

        assertThat(ovens).reached(1);
        letTimePass(Duration.ofMinutes(5)); // a pool may keep idle threads for a while, but not for ever
        assertThat(threads()).noneLeftBehind();
    }

    /**
     * Interrupts the baker while the first loaf is in the only oven, and keeps it there for a minute: whoever reacts to the
     * interrupt has reacted before the oven is free again.
     *
     * @return whether runAll ended with an InterruptedException
     */
    private static boolean closesWhileBaking(CappedRunner bakery, Gauge oven, AtomicInteger begun, int loaves) {
        Thread baker = Thread.currentThread();
        Runnable loaf =
                () -> {
                    if (begun.incrementAndGet() == 1) {
                        baker.interrupt();
                        bakeFor(Duration.ofMinutes(1));
                    }
                };
        boolean told = !runQuietly(bakery, oven.around(loaf, loaves));
        Thread.interrupted(); // a runner may tell it both ways: by the exception and by the flag
        return told;
    }

    /** Whether runAll came to its end without an interrupt. */
    private static boolean runQuietly(CappedRunner bakery, List<Runnable> loaves) {
        try {
            bakery.runAll(loaves);
            return true;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    /** A loaf takes no notice of interrupts. */
    private static void bakeFor(Duration duration) {
        VirtualTime baking = virtualTime();
        while (baking.elapsed().compareTo(duration) < 0) {
            letTimePass(duration.minus(baking.elapsed()));
            Thread.interrupted();
        }
    }
}
