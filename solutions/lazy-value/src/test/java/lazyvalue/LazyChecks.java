package lazyvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.failing;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.PlannedFailure;
import telar.check.Rendezvous;
import telar.wire.Diagnosis;
import telar.wire.Property;

class LazyChecks {

    private final Random random = new Random(seed());

    @Check(points = 10, property = Property.BEHAVIOUR)
    void theFirstOrderBakesAndTheOthersShare() {
        AtomicInteger baked = new AtomicInteger();
        Lazy<int[]> cake = new Lazy<>(() -> new int[] {baked.incrementAndGet()});
        Lazy<int[]> otherCake = new Lazy<>(() -> new int[] {100});
        assertThat(baked.get()).as("cakes baked before the first order").isZero();

        int[] first = cake.get();
        int laterOrders = 1 + random.nextInt(3);
        for (int i = 0; i < laterOrders; i++) {
            assertThat(cake.get()).as("what a later order gets").isSameAs(first);
        }

        assertThat(baked.get()).as("cakes baked").isEqualTo(1);
        assertThat(otherCake.get()).containsExactly(100);
    }

    @Check(points = 25, property = Property.SAFETY)
    void twoOrdersAtOnceAreOneCake() {
        AtomicInteger baked = new AtomicInteger();
        Lazy<String> cake = new Lazy<>(() -> "cake " + baked.incrementAndGet());
        String[] served = new String[2];

        together(() -> served[0] = cake.get(), () -> served[1] = cake.get());

        failing(
                Diagnosis.CHECK_THEN_ACT,
                () -> {
                    assertThat(baked.get()).as("cakes baked").isEqualTo(1);
                    assertThat(served).as("what the two got").containsExactly("cake 1", "cake 1");
                });
    }

    @Check(points = 20, property = Property.SAFETY)
    void whatIsServedIsFinished() {
        int candles = 1 + random.nextInt(90);
        Lazy<int[]> cake =
                new Lazy<>(
                        () -> {
                            int[] plain = new int[1];
                            plain[0] = candles;
                            return plain;
                        });

        together(
                () -> assertThat(cake.get()).as("the candles on the cake").containsExactly(candles),
                () -> {
                    assertThat(cake.get()).as("the candles on the cake").containsExactly(candles);
                    assertThat(cake.get()).as("the candles, a second time").containsExactly(candles);
                });
    }

    @Check(points = 15, property = Property.LIVENESS)
    void aBurntCakeIsNotRemembered() {
        AtomicInteger attempts = new AtomicInteger();
        Lazy<String> cake =
                new Lazy<>(
                        () -> {
                            switch (attempts.incrementAndGet()) {
                                case 1:
                                    throw new PlannedFailure("burnt");
                                case 2:
                                    throw new OvenOnFire();
                                default:
                                    return "cake";
                            }
                        });

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThatThrownBy(cake::get).as("the first order").isInstanceOf(PlannedFailure.class);
                    assertThatThrownBy(cake::get).as("the second order").isInstanceOf(OvenOnFire.class);
                    assertThat(cake.get()).as("the third order").isEqualTo("cake");
                    assertThat(cake.get()).as("the fourth order").isEqualTo("cake");
                    assertThat(attempts.get()).as("attempts to bake").isEqualTo(3);
                });
    }

    @Check(points = 10, property = Property.LIVENESS)
    void nobodyWaitsForABurntCake() {
        AtomicInteger attempts = new AtomicInteger();
        Lazy<String> cake =
                new Lazy<>(
                        () -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new PlannedFailure("burnt");
                            }
                            return "cake";
                        });

        together(() -> orders(cake), () -> orders(cake));

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(cake.get()).as("an order after that").isEqualTo("cake"));
    }

    @Check(points = 10, property = Property.BEHAVIOUR)
    void noCakeIsAnAnswerToo() {
        AtomicInteger asked = new AtomicInteger();
        Lazy<String> cake =
                new Lazy<>(
                        () -> {
                            asked.incrementAndGet();
                            return null;
                        });

        assertThat(cake.get()).isNull();
        assertThat(cake.get()).isNull();

        assertThat(asked.get()).as("calls of the supplier").isEqualTo(1);
    }

    @Check(points = 10, property = Property.PARALLELISM)
    void twoCafesBakeAtTheSameTime() {
        Rendezvous bothOvens = rendezvousOf(2);
        Lazy<String> here = new Lazy<>(() -> meeting(bothOvens, "here"));
        Lazy<String> there = new Lazy<>(() -> meeting(bothOvens, "there"));

        together(
                () -> assertThat(here.get()).isEqualTo("here"),
                () -> assertThat(there.get()).isEqualTo("there"));
    }

    /** Who orders gets a cake or hears that one is burnt. */
    private static void orders(Lazy<String> cake) {
        try {
            String served = cake.get();
            failing(Diagnosis.WRONG_RESULT, () -> assertThat(served).as("what was served").isEqualTo("cake"));
        } catch (PlannedFailure burnt) {
            // told so: that is all right
        }
    }

    private static String meeting(Rendezvous meetingPoint, String cake) {
        meetingPoint.meet();
        return cake;
    }

    /** A failure that is no exception. */
    private static final class OvenOnFire extends Error {
        private static final long serialVersionUID = 1L;
    }
}
