package nogil;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.Rendezvous;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** Two or three slices of a short strip: enough to forget a number, to count one twice, or to lose a find. */
class PrimesChecks {

    private final Random random = new Random(seed());

    @Check(points = 20, property = Property.BEHAVIOUR)
    void noNumberIsLeftOutOrTestedTwice() throws InterruptedException {
        int slices = 2 + random.nextInt(2);
        int numbers = slices * (2 + random.nextInt(2)) + 1;
        int upTo = numbers + 1;
        Strip strip = new Strip(upTo);

        int count = Primes.count(upTo, slices, strip);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(strip.timesTested()).as("how often each number from 2 on was tested").containsOnly(1);
                    assertThat(strip.others.get()).as("tests of other numbers").isZero();
                    assertThat(count).as("numbers that passed").isEqualTo(numbers);
                });
    }

    @Check(points = 10, property = Property.BEHAVIOUR)
    void aSliceMayBeEmpty() throws InterruptedException {
        int none = Primes.count(random.nextInt(2), 2);
        int one = Primes.count(2, 3);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(none).as("primes below 2").isZero();
                    assertThat(one).as("primes up to 2, three slices").isEqualTo(1);
                });
    }

    @Check(points = 25, property = Property.SAFETY)
    void noFindIsLost() throws InterruptedException {
        assertThat(Primes.count(7, 2)).as("primes up to 7, two slices").isEqualTo(4);
    }

    @Check(points = 20, property = Property.PARALLELISM)
    void allSlicesAreTestedAtTheSameTime() throws InterruptedException {
        Rendezvous allAtWork = rendezvousOf(3);
        ThreadLocal<Boolean> hasBegun = ThreadLocal.withInitial(() -> false);
        IntPredicate test = n -> {
            if (!hasBegun.get()) {
                hasBegun.set(true);
                allAtWork.meet();
            }
            return true;
        };

        // One number more than slices: whoever rounds the size of a slice up has none left for the last one.
        assertThat(Primes.count(5, 3, test)).as("numbers from 2 to 5").isEqualTo(4);
    }

    @Check(points = 5, property = Property.SAFETY)
    void notMoreThreadsThanSlices() throws InterruptedException {
        Gauge atWork = new Gauge();
        IntPredicate test = n -> {
            atWork.enter();
            atWork.exit();
            return true;
        };

        // Three numbers in two slices: whatever is left over has to be tested by one of the two as well.
        Primes.count(4, 2, test);

        assertThat(atWork).reached(1).neverExceeded(2);
    }

    @Check(points = 10, property = Property.SAFETY)
    void twoHuntsDoNotDisturbEachOther() {
        int[] primes = new int[2];

        together(() -> primes[0] = Primes.count(3, 1), () -> primes[1] = Primes.count(5, 1));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(primes[0]).as("primes up to 3").isEqualTo(2);
                    assertThat(primes[1]).as("primes up to 5, counted at the same time").isEqualTo(3);
                });
    }

    @Check(points = 10, property = Property.CLEANUP)
    void theClassroomIsEmptyAfterwards() throws InterruptedException {
        Primes.count(3, 2);

        assertThat(threads()).noneLeftBehind();
    }

    /** Notes how often each number is tested: a note for each, so that it orders no two threads unless both test the same number. */
    private static final class Strip implements IntPredicate {
        private final List<AtomicInteger> times = new ArrayList<>();
        private final AtomicInteger others = new AtomicInteger();

        Strip(int upTo) {
            for (int n = 2; n <= upTo; n++) {
                times.add(new AtomicInteger());
            }
        }

        @Override
        public boolean test(int n) {
            boolean onTheStrip = n >= 2 && n < times.size() + 2;
            (onTheStrip ? times.get(n - 2) : others).incrementAndGet();
            return true;
        }

        List<Integer> timesTested() {
            List<Integer> list = new ArrayList<>();
            for (AtomicInteger note : times) {
                list.add(note.get());
            }
            return list;
        }
    }
}
