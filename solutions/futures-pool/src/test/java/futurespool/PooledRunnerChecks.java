package futurespool;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.virtualTime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.check.Rendezvous;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** Two or three films and one or two workers show everything that can go wrong, and keep the interleavings few. */
class PooledRunnerChecks {

    private final Random random = new Random(seed());

    @Check(points = 15, property = Property.BEHAVIOUR)
    void thePhotosLieInTheOrderOfTheFilms() throws Exception {
        String slow = picture();
        String quick = picture();
        String other = picture();
        Callable<String> slowFilm = () -> {
            letTimePass(Duration.ofSeconds(10 + random.nextInt(10)));
            return slow;
        };

        List<String> photos = new PooledRunner(2).runAll(List.of(slowFilm, () -> quick, () -> other));

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(photos).as("the photos").containsExactly(slow, quick, other));
    }

    @Check(points = 15, property = Property.SAFETY)
    void everyFilmIsDevelopedOnceBeforeRunAllReturns() throws Exception {
        List<Film> films = films(3);

        new PooledRunner(2).runAll(new ArrayList<>(films));

        assertThat(timesDeveloped(films)).as("how often each film was developed").containsExactly(1, 1, 1);
    }

    @Check(points = 10, property = Property.SAFETY)
    void neverMoreFilmsThanWorkers() throws Exception {
        Gauge darkroom = new Gauge();
        Callable<String> film = darkroom.aroundCall(() -> "photo");

        new PooledRunner(1).runAll(List.of(film, film));

        assertThat(darkroom).reached(1).neverExceeded(1);
    }

    @Check(points = 15, property = Property.PARALLELISM)
    void allWorkersDevelopAtTheSameTime() throws Exception {
        Rendezvous bothInside = rendezvousOf(2);
        Callable<String> film = () -> {
            bothInside.meet();
            return "photo";
        };

        assertThat(new PooledRunner(2).runAll(List.of(film, film))).containsExactly("photo", "photo");
    }

    /** A pool may begin with two threads and then prefer its queue to a third one: two workers do not show that. */
    @Check(points = 5, property = Property.PARALLELISM)
    void theThirdWorkerHasWorkToo() throws Exception {
        List<Callable<String>> pile = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Duration inTheBath = Duration.ofMinutes(60 + i); // one ends after the other, which keeps the interleavings few
            pile.add(() -> {
                letTimePass(inTheBath);
                return "photo";
            });
        }
        VirtualTime time = virtualTime();

        new PooledRunner(3).runAll(pile);

        failing(Diagnosis.NOT_PARALLEL, () -> assertThat(time).tookAtMost(Duration.ofMinutes(90)));
    }

    @Check(points = 15, property = Property.SAFETY)
    void theFirstFailureInTheListIsTold() throws Exception {
        PlannedFailure burnt = new PlannedFailure("the film is burnt");
        PlannedFailure torn = new PlannedFailure("the film is torn");
        Callable<String> burnsSlowly = () -> {
            letTimePass(Duration.ofSeconds(10));
            throw burnt;
        };
        Callable<String> tearsAtOnce = () -> {
            throw torn;
        };

        Throwable told = failureOf(new PooledRunner(2), List.of(burnsSlowly, tearsAtOnce));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(told).as("what runAll throws when a film burns").isInstanceOf(ExecutionException.class);
                    assertThat(told.getCause() == burnt).as("its cause is what the first failing task threw").isTrue();
                });
    }

    @Check(points = 5, property = Property.LIVENESS)
    void aBurntFilmDoesNotStopTheOthers() throws Exception {
        AtomicInteger developed = new AtomicInteger();
        List<Callable<String>> pile = new ArrayList<>();
        pile.add(() -> {
            throw new PlannedFailure("the film is burnt");
        });
        pile.add(() -> "photo " + developed.incrementAndGet());
        pile.add(() -> "photo " + developed.incrementAndGet());

        failureOf(new PooledRunner(1), pile);
        letTimePass(Duration.ofSeconds(1)); // whoever is still at work gets the time to finish

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(developed.get()).as("films developed beside the burnt one").isEqualTo(2));
    }

    @Check(points = 5, property = Property.SAFETY)
    void theOthersHaveEndedWhenTheFailureIsTold() throws Exception {
        List<Film> films = films(2);
        Film slow = films.get(1);
        List<Callable<String>> pile = new ArrayList<>(films);
        pile.set(1, () -> {
            letTimePass(Duration.ofHours(3)); // longer than anybody would wait who only guesses
            return slow.call();
        });
        pile.add(random.nextInt(2), () -> {
            throw new PlannedFailure("the film is burnt");
        });

        failureOf(new PooledRunner(1), pile);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(timesDeveloped(films)).as("how often each of the other films was developed").containsExactly(1, 1));
    }

    @Check(points = 10, property = Property.CLEANUP)
    void theWorkersGoHome() throws Exception {
        failureOf(new PooledRunner(2), new ArrayList<>(films(2)));
        assertThat(threads()).noneLeftBehind();

        failureOf(new PooledRunner(1), List.of(() -> {
            throw new PlannedFailure("the film is burnt");
        }));
        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 5, property = Property.CLEANUP)
    void theyGoHomeEvenIfTheCustomerLeavesEarly() {
        Thread customer = Thread.currentThread();
        Callable<String> film = () -> {
            customer.interrupt();
            takesAMinuteWhateverHappens();
            return "photo";
        };
        Callable<String> other = () -> "photo"; // whoever hands in one at a time is still waiting with this one

        Throwable told = failureOf(new PooledRunner(1), List.of(film, other));
        Thread.interrupted(); // it may be told both ways: by the exception and by the flag
        letTimePass(Duration.ofMinutes(2));

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(told).as("what runAll throws").isInstanceOf(InterruptedException.class));
        assertThat(threads()).noneLeftBehind();
    }

    private String picture() {
        return "photo " + random.nextInt(1_000);
    }

    private static List<Film> films(int number) {
        List<Film> films = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            films.add(new Film());
        }
        return films;
    }

    private static List<Integer> timesDeveloped(List<Film> films) {
        List<Integer> times = new ArrayList<>();
        for (Film film : films) {
            times.add(film.timesDeveloped);
        }
        return times;
    }

    /** What runAll throws, or null. */
    private static Throwable failureOf(PooledRunner lab, List<Callable<String>> films) {
        try {
            lab.runAll(films);
            return null;
        } catch (Exception failure) {
            return failure;
        }
    }

    private static void takesAMinuteWhateverHappens() {
        Duration minute = Duration.ofMinutes(1);
        VirtualTime time = virtualTime();
        while (time.elapsed().compareTo(minute) < 0) {
            letTimePass(minute.minus(time.elapsed()));
            Thread.interrupted();
        }
    }

    /** Counts without any lock: whoever looks must be ordered after the task by runAll itself. */
    private static final class Film implements Callable<String> {
        private int timesDeveloped;

        @Override
        public String call() {
            timesDeveloped++;
            return "photo";
        }
    }
}
