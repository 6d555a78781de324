package boundedfutures;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import telar.check.Check;
import telar.check.CheckFailure;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.check.Rendezvous;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** A handful of letters, one or two translators and a table for one or two: enough to be too full, or to wait for ever. */
class StreamerChecks {

    private final Random random = new Random(seed());

    /** Filled by the sink without any lock: process itself must order its calls. */
    private final List<String> archive = new ArrayList<>();

    @Check(points = 20, property = Property.BEHAVIOUR)
    void everyLetterIsFiledInItsPlace() throws Exception {
        List<String> letters = letters(3);
        Function<String, String> work = letter -> {
            if (letter.equals(letters.get(0))) {
                letTimePass(Duration.ofSeconds(10));
            }
            return letter + " in Spanish";
        };

        new Streamer(2, 3).process(letters.iterator(), work, archive::add);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(archive)
                        .as("the archive")
                        .containsExactly(
                                letters.get(0) + " in Spanish",
                                letters.get(1) + " in Spanish",
                                letters.get(2) + " in Spanish"));
    }

    @Check(points = 25, property = Property.SAFETY)
    void theTableIsNeverTooFull() throws Exception {
        Gauge table = new Gauge();
        List<String> letters = letters(4);

        new Streamer(2, 2)
                .process(
                        onto(table, letters),
                        letter -> letter,
                        letter -> {
                            table.exit();
                            archive.add(letter);
                        });

        neverMoreLettersThan(2, table);
        assertThat(archive).isEqualTo(letters);
    }

    @Check(points = 10, property = Property.PARALLELISM)
    void allTranslatorsWorkAtTheSameTime() throws Exception {
        Rendezvous bothAtWork = rendezvousOf(2);
        List<String> letters = letters(2);
        Function<String, String> work = letter -> {
            bothAtWork.meet();
            return letter;
        };

        new Streamer(2, 2).process(letters.iterator(), work, archive::add);

        assertThat(archive).isEqualTo(letters);
    }

    @Check(points = 5, property = Property.PARALLELISM)
    void aTranslatorWhoIsDoneTakesTheNextLetter() throws Exception {
        Rendezvous firstAndLast = rendezvousOf(2);
        List<String> letters = letters(3);
        Function<String, String> work = letter -> {
            if (!letter.equals(letters.get(1))) {
                firstAndLast.meet();
            }
            return letter;
        };

        new Streamer(2, 3).process(letters.iterator(), work, archive::add);

        assertThat(archive).isEqualTo(letters);
    }

    @Check(points = 10, property = Property.SAFETY)
    void neverMoreTranslatorsThanWorkers() throws Exception {
        Gauge desks = new Gauge();
        List<String> letters = letters(3);
        Function<String, String> work = letter -> {
            desks.enter();
            desks.exit();
            return letter;
        };

        new Streamer(1, 2).process(letters.iterator(), work, archive::add);

        assertThat(desks).reached(1).neverExceeded(1);
        assertThat(archive).isEqualTo(letters);
    }

    @Check(points = 10, property = Property.LIVENESS)
    void aTableForOneLetterIsEnough() throws Exception {
        Gauge table = new Gauge();
        List<String> letters = letters(3);

        new Streamer(2, 1)
                .process(
                        onto(table, letters),
                        letter -> letter,
                        letter -> {
                            table.exit();
                            archive.add(letter);
                        });

        neverMoreLettersThan(1, table);
        assertThat(archive).isEqualTo(letters);
    }

    @Check(points = 10, property = Property.SAFETY)
    void anUnreadableLetterIsReportedInItsPlace() {
        List<String> letters = letters(3);
        PlannedFailure unreadable = new PlannedFailure("this letter is unreadable");

        Throwable told = failureOf(new Streamer(2, 2), letters, letters.get(1), unreadable);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(told).as("what process throws").isInstanceOf(ExecutionException.class);
                    assertThat(told.getCause() == unreadable).as("its cause is what the work threw").isTrue();
                    assertThat(archive).as("the archive").containsExactly(letters.get(0));
                });
    }

    @Check(points = 10, property = Property.CLEANUP)
    void theTranslatorsGoHome() {
        List<String> letters = letters(2);

        failureOf(new Streamer(2, 1), letters, "no such letter", new PlannedFailure());
        assertThat(threads()).noneLeftBehind();

        failureOf(new Streamer(1, 2), letters, letters.get(random.nextInt(2)), new PlannedFailure());
        assertThat(threads()).noneLeftBehind();
    }

    private List<String> letters(int number) {
        List<String> letters = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            letters.add("letter " + i + " from " + (1700 + random.nextInt(200)));
        }
        return letters;
    }

    /** What process throws when the work on one letter fails, or null. */
    private Throwable failureOf(Streamer streamer, List<String> letters, String failingOne, RuntimeException failure) {
        Function<String, String> work = letter -> {
            if (letter.equals(failingOne)) {
                throw failure;
            }
            return letter;
        };
        try {
            streamer.process(letters.iterator(), work, archive::add);
            return null;
        } catch (Exception thrown) {
            return thrown;
        }
    }

    private static void neverMoreLettersThan(int room, Gauge table) {
        try {
            assertThat(table).neverExceeded(room);
        } catch (CheckFailure tooFull) {
            String letters = room == 1 ? "1 letter" : room + " letters";
            throw new CheckFailure(
                    tooFull.diagnosis(), "There was room for " + letters + " on the table, but at some moment more were lying there.");
        }
    }

    /** Letters that lie on the table from the moment they are taken out. */
    private static Iterator<String> onto(Gauge table, List<String> letters) {
        Iterator<String> sack = letters.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sack.hasNext();
            }

            @Override
            public String next() {
                String letter = sack.next();
                table.enter();
                return letter;
            }
        };
    }
}
