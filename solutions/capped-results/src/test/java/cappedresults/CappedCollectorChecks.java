package cappedresults;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;

/** One or two tanks and two or three films show everything that can go wrong. */
class CappedCollectorChecks {

    private final Random random = new Random(seed());

    @Check(points = 10, property = BEHAVIOUR)
    void eachResultNamesItsFilm() throws InterruptedException {
        Callable<String> beach = film();
        Callable<String> blank = () -> null;

        var results = new CappedCollector(2).collect(List.of(beach, blank));

        assertThat(results).hasSize(2);
        for (Result<String> result : results) {
            assertThat(result.failed()).isFalse();
            assertThat(result.task() == beach || result.task() == blank).as("the result names a task that was given").isTrue();
            assertThat(result.value()).isEqualTo(result.task() == beach ? picture(beach) : null);
        }
        assertThat(results.get(0).task() == results.get(1).task()).as("two results of the same task").isFalse();
    }

    @Check(points = 15, property = SAFETY)
    void neverMoreFilmsThanTanks() throws InterruptedException {
        var tank = new Gauge();

        new CappedCollector(1).collect(copies(tank.aroundCall(film()), 3));

        assertThat(tank).reached(1).neverExceeded(1);
    }

    @Check(points = 10, property = SAFETY)
    void twoCallersShareTheTanks() {
        var lab = new CappedCollector(1);
        var tank = new Gauge();

        together(
                () -> lab.collect(copies(tank.aroundCall(film()), 1)),
                () -> lab.collect(copies(tank.aroundCall(film()), 1)));

        assertThat(tank).reached(1).neverExceeded(1);
    }

    @Check(points = 15, property = PARALLELISM)
    void allTanksAreUsedAtTheSameTime() throws InterruptedException {
        var bothInside = rendezvousOf(2);
        Callable<String> film =
                () -> {
                    bothInside.meet();
                    return "together";
                };

        var results = new CappedCollector(2).collect(copies(film, 2));

        assertThat(pictures(results)).containsExactly("together", "together");
    }

    @Check(points = 15, property = LIVENESS)
    void manyFilmsAndOneTankComeToAnEnd() throws InterruptedException {
        int films = 3; // one in the mailbox, one in the tank, one that waits: more are no different

        var results = new CappedCollector(1).collect(copies(film(), films));

        failing(WRONG_RESULT, () -> assertThat(results).as("results").hasSize(films));
    }

    @Check(points = 10, property = LIVENESS)
    void aSpoiltFilmFreesItsTankAndSendsACard() throws InterruptedException {
        Callable<String> good = film();
        var lightCameIn = new PlannedFailure("light came in");
        Callable<String> spoilt = thrower(lightCameIn);
        List<Callable<String>> films = new ArrayList<>(List.of(good, good));
        films.add(random.nextInt(2), spoilt);

        var results = new CappedCollector(1).collect(films);

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(pictures(results)).containsExactlyInAnyOrder(picture(good), picture(good), "spoilt: light came in");
                    assertTells(results, spoilt, lightCameIn);
                });
    }

    @Check(points = 5, property = LIVENESS)
    void evenAnErrorSendsACard() throws InterruptedException {
        var flood = new Error("the lab is flooded");
        var calledAway = new InterruptedException("the developer was called away"); // a task may throw that, too
        Callable<String> flooded = thrower(flood);
        Callable<String> left = thrower(calledAway);

        var results = new CappedCollector(1).collect(List.of(flooded, left));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(results).as("results").hasSize(2);
                    assertTells(results, flooded, flood);
                    assertTells(results, left, calledAway);
                });
    }

    @Check(points = 10, property = LIVENESS)
    void anInterruptStopsWhatWaitsAndCostsNoTank() throws InterruptedException {
        var lab = new CappedCollector(1);
        var begun = new AtomicInteger();
        var tank = new Gauge();

        boolean told = isInterruptedBy(1, lab, tank, begun);
        lab.collect(copies(tank.aroundCall(film()), 1)); // the last film may still be in its tank
        letTimePass(Duration.ofHours(8));
        lab.collect(copies(tank.aroundCall(film()), 2));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(told).as("collect ends with an InterruptedException").isTrue();
                    assertThat(begun.get()).as("films begun, one of them before the interrupt").isEqualTo(1);
                });
        assertThat(tank).reached(1).neverExceeded(1);
    }

    /** One card is home already, and one more comes when nobody reads any more. */
    @Check(points = 5, property = CLEANUP)
    void whoIsInterruptedLeavesNobodyInTheLab() {
        isInterruptedBy(2, new CappedCollector(1), new Gauge(), new AtomicInteger());

        letTimePass(Duration.ofMinutes(10));
        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 5, property = CLEANUP)
    void nobodyStaysInTheLab() throws InterruptedException {
        new CappedCollector(2).collect(copies(film(), 2));

        letTimePass(Duration.ofMinutes(5)); // a pool may keep idle threads for a while, but not for ever
        assertThat(threads()).noneLeftBehind();
    }

    /**
     * Gives the lab three films; the n-th of them that begins interrupts the caller, and then takes a minute: whoever reacts to
     * the interrupt has reacted before the tank is free again.
     *
     * @return whether collect ended with an InterruptedException
     */
    private static boolean isInterruptedBy(int n, CappedCollector lab, Gauge tank, AtomicInteger begun) {
        Thread caller = Thread.currentThread();
        Callable<String> film =
                () -> {
                    if (begun.incrementAndGet() == n) {
                        caller.interrupt();
                        developFor(Duration.ofMinutes(1));
                    }
                    return "late";
                };
        try {
            lab.collect(copies(tank.aroundCall(film), 3));
            return false;
        } catch (InterruptedException closing) {
            return true;
        } finally {
            Thread.interrupted(); // a lab may tell it both ways: by the exception and by the flag
        }
    }

    private Callable<String> film() {
        String picture = "picture " + random.nextInt(1_000);
        return () -> picture;
    }

    private static <T> List<Callable<T>> copies(Callable<T> film, int n) {
        return new ArrayList<>(Collections.nCopies(n, film));
    }

    private static String picture(Callable<String> film) {
        try {
            return film.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> pictures(List<Result<String>> results) {
        List<String> pictures = new ArrayList<>();
        for (Result<String> result : results) {
            pictures.add(result.failed() ? "spoilt: " + result.failure().getMessage() : result.value());
        }
        return pictures;
    }

    private static Callable<String> thrower(Throwable failure) {
        return () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }

    /** One result names the task, and its failure is the very object that the task threw. */
    private static void assertTells(List<Result<String>> results, Callable<String> task, Throwable failure) {
        assertThat(results).as("the results").anyMatch(result -> result.task() == task && result.failure() == failure);
    }

    /** A film takes no notice of interrupts. */
    private static void developFor(Duration duration) {
        var time = virtualTime();
        while (time.elapsed().compareTo(duration) < 0) {
            letTimePass(duration.minus(time.elapsed()));
            Thread.interrupted();
        }
    }
}
