package stopflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** A plate takes ten seconds on the virtual clock, so that counts are exact and every run ends. */
class WorkerChecks {

    private static final Duration PLATE = Duration.ofSeconds(10);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Random random = new Random(seed());

    @Check(points = 15, property = Property.BEHAVIOUR)
    void itWashesPlateAfterPlateInAThreadOfItsOwn() {
        int plates = 2 + random.nextInt(3);
        Thread starter = Thread.currentThread();
        Worker worker =
                new Worker(
                        () -> {
                            if (Thread.currentThread() == starter) {
                                failing(Diagnosis.NOT_PARALLEL, () -> fail("The job is done in the thread that called start()."));
                            }
                            letTimePass(PLATE);
                        });
        counts(worker, 0, "before start()");

        VirtualTime starting = virtualTime();
        worker.start();
        failing(Diagnosis.NOT_PARALLEL, () -> assertThat(starting).tookAtMost(A_MOMENT));
        letTimePass(PLATE.multipliedBy(plates).plusSeconds(5));

        counts(worker, plates, "in the middle of the next plate");
        worker.stop();
    }

    @Check(points = 15, property = Property.SAFETY)
    void aBusyWorkerHearsStop() {
        int plates = 1 + random.nextInt(2);
        AtomicInteger begun = new AtomicInteger();
        Worker worker =
                new Worker(
                        () -> {
                            begun.incrementAndGet();
                            washOnePlate();
                        });
        worker.start();
        letTimePass(PLATE.multipliedBy(plates).plusSeconds(5));

        worker.stop();

        assertThat(threads()).noneLeftBehind();
        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(begun.get()).as("plates begun, the last one before stop()").isEqualTo(plates + 1));
        counts(worker, plates + 1, "when the last plate is done");
    }

    @Check(points = 20, property = Property.LIVENESS)
    void aWaitingWorkerHearsStop() {
        Worker worker = new Worker(WorkerChecks::waitForAPlate);
        worker.start();
        letTimePass(A_MOMENT);

        VirtualTime stopping = virtualTime();
        worker.stop();

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(stopping).tookAtMost(Duration.ofMinutes(1)));
        assertThat(threads()).noneLeftBehind();
        counts(worker, 0, "when no plate has come");
    }

    @Check(points = 15, property = Property.LIVENESS)
    void aStopThatTheJobSwallowsIsHeardAllTheSame() {
        AtomicInteger begun = new AtomicInteger();
        Worker worker =
                new Worker(
                        () -> {
                            begun.incrementAndGet();
                            try {
                                waitForAPlate();
                            } catch (InterruptedException notMyBusiness) {
                                // a job written by somebody who knows nothing of interrupts
                            }
                        });
        worker.start();
        letTimePass(A_MOMENT);

        worker.stop();

        assertThat(threads()).noneLeftBehind();
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(begun.get()).as("jobs begun").isEqualTo(1));
        counts(worker, 1, "after a job that returned as usual");
    }

    @Check(points = 15, property = Property.LIVENESS)
    void aStopRightAfterTheStartIsHeard() {
        Worker worker = new Worker(WorkerChecks::waitForAPlate);

        worker.start();
        worker.stop();

        assertThat(threads()).noneLeftBehind();
        counts(worker, 0, "when no plate has come");
    }

    @Check(points = 10, property = Property.SAFETY)
    void anyoneMayAskHowManyAtAnyTime() {
        Worker worker = new Worker(() -> letTimePass(PLATE));
        worker.start();
        letTimePass(PLATE.plusSeconds(5));

        together(() -> counts(worker, 1, "during the second plate"), () -> counts(worker, 1, "during the second plate"));

        letTimePass(PLATE);
        counts(worker, 2, "during the third plate");
        worker.stop();
    }

    @Check(points = 5, property = Property.LIVENESS)
    void twoMayStopItAtOnce() {
        Worker worker = new Worker(WorkerChecks::waitForAPlate);
        worker.start();

        together(worker::stop, worker::stop);

        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 5, property = Property.BEHAVIOUR)
    void eachWorkerIsStoppedAndCountsForItself() {
        Worker stopped = new Worker(WorkerChecks::washOnePlate);
        Worker other = new Worker(() -> letTimePass(PLATE));
        stopped.start();
        letTimePass(Duration.ofSeconds(1));
        other.start();
        letTimePass(PLATE.plusSeconds(5));

        stopped.stop();
        letTimePass(PLATE.multipliedBy(2));

        counts(other, 3, "of a worker that nobody has stopped");
        other.stop();
    }

    private static void counts(Worker worker, long expected, String when) {
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(worker.processed()).as("processed() " + when).isEqualTo(expected));
    }

    /** Takes its time, and takes no notice of interrupts. */
    private static void washOnePlate() {
        VirtualTime washing = virtualTime();
        while (washing.elapsed().compareTo(PLATE) < 0) {
            letTimePass(PLATE.minus(washing.elapsed()));
            Thread.interrupted();
        }
    }

    /** The next plate comes tomorrow. */
    private static void waitForAPlate() throws InterruptedException {
        Thread.sleep(Duration.ofDays(1).toMillis());
    }
}
