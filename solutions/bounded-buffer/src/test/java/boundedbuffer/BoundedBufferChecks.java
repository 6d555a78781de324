package boundedbuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;
import static telar.wire.Diagnosis.TOO_MANY_AT_ONCE;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import telar.check.Check;

/** Two or three threads and a box for one or two letters show everything that can go wrong. */
class BoundedBufferChecks {

    private final Random random = new Random(seed());

    @Check(points = 10, property = BEHAVIOUR)
    void whatWentInFirstComesOutFirst() throws InterruptedException {
        int room = 2 + random.nextInt(2);
        var box = new BoundedBuffer<Integer>(room);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < room; i++) {
                box.put(10 * round + i);
            }
            assertThat(box.size()).isEqualTo(room);
            for (int i = 0; i < room; i++) {
                assertThat(box.take()).isEqualTo(10 * round + i);
            }
            assertThat(box.size()).isZero();
        }
    }

    @Check(points = 15, property = SAFETY)
    void noLetterIsLostOrComesTwice() {
        var box = new BoundedBuffer<Integer>(1);
        List<Integer> taken = new ArrayList<>();

        together(
                () -> box.put(1),
                () -> box.put(2),
                () -> {
                    taken.add(box.take());
                    taken.add(box.take());
                });

        failing(WRONG_RESULT, () -> assertThat(taken).containsExactlyInAnyOrder(1, 2));
        assertThat(box.size()).isZero();
    }

    @Check(points = 10, property = SAFETY)
    void oneCarriersLettersStayInOrder() {
        var box = new BoundedBuffer<Integer>(1);
        List<Integer> taken = new ArrayList<>();

        together(
                () -> {
                    box.put(1);
                    box.put(2);
                    box.put(3);
                },
                () -> {
                    taken.add(box.take());
                    taken.add(box.take());
                    taken.add(box.take());
                });

        failing(WRONG_RESULT, () -> assertThat(taken).containsExactly(1, 2, 3));
    }

    @Check(points = 10, property = SAFETY)
    void thereIsNeverMoreInsideThanThereIsRoomFor() {
        var box = new BoundedBuffer<String>(1);
        List<Integer> seen = new ArrayList<>();

        together(
                () -> box.put("bill"),
                () -> box.put("postcard"),
                () -> {
                    seen.add(box.size());
                    box.take();
                    seen.add(box.size());
                    box.take();
                    seen.add(box.size());
                });

        failing(TOO_MANY_AT_ONCE, () -> assertThat(seen).as("letters seen in a box for one").allMatch(n -> n >= 0 && n <= 1));
        failing(WRONG_RESULT, () -> assertThat(seen.get(2)).as("letters left after both were taken").isZero());
    }

    @Check(points = 20, property = LIVENESS)
    void theRightSleeperWakesUp() {
        var box = new BoundedBuffer<Integer>(1);

        // Two carriers and two people at a box for one: there is always somebody of the wrong kind to wake.
        together(() -> box.put(1), () -> box.put(2), box::take, box::take);

        assertThat(box.size()).isZero();
    }

    @Check(points = 5, property = LIVENESS)
    void twoLettersWakeTwoPeople() {
        var box = new BoundedBuffer<Integer>(2);

        // The second letter may come before the first person has got up.
        together(
                box::take,
                box::take,
                () -> {
                    box.put(1);
                    box.put(2);
                });

        assertThat(box.size()).isZero();
    }

    @Check(points = 5, property = LIVENESS)
    void roomForTwoWakesTwoCarriers() throws InterruptedException {
        var box = new BoundedBuffer<Integer>(2);
        box.put(1);
        box.put(2);

        together(
                () -> box.put(3),
                () -> box.put(4),
                () -> {
                    box.take();
                    box.take();
                });

        assertThat(box.size()).isEqualTo(2);
    }

    @Check(points = 10, property = LIVENESS)
    void anInterruptEndsAWait() throws InterruptedException {
        var full = new BoundedBuffer<String>(1);
        full.put("bill");
        var empty = new BoundedBuffer<String>(1);
        var carrier = new Waiter(() -> full.put("postcard"));
        var person = new Waiter(empty::take);

        carrier.start();
        person.start();
        letTimePass(Duration.ofMinutes(1));
        carrier.interrupt();
        person.interrupt();
        carrier.join();
        person.join();

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(carrier.told).as("put ends with an InterruptedException").isTrue();
                    assertThat(person.told).as("take ends with an InterruptedException").isTrue();
                });
        assertThat(full.take()).isEqualTo("bill");
        assertThat(full.size()).as("letters left: the interrupted carrier has put nothing in").isZero();
        assertThat(empty.size()).isZero();
        hasRoomForExactlyOne(full);
        hasRoomForExactlyOne(empty);
    }

    @Check(points = 5, property = LIVENESS)
    void anInterruptAtAnyMomentCostsNothing() throws InterruptedException {
        var box = new BoundedBuffer<String>(1);
        var carrier = new Waiter(() -> box.put("postcard"));
        carrier.start();
        carrier.interrupt();
        carrier.join();
        int put = carrier.told ? 0 : 1;

        assertThat(box.size()).as("letters left by a carrier who was told to stop or was not").isEqualTo(put);
        if (put == 0) {
            box.put("postcard");
        }
        var person = new Waiter(box::take);
        person.start();
        person.interrupt();
        person.join();
        int left = person.told ? 1 : 0;

        assertThat(box.size()).as("letters left by a person who was told to stop or was not").isEqualTo(left);
        if (left == 1) {
            assertThat(box.take()).isEqualTo("postcard");
        }
        hasRoomForExactlyOne(box);
    }

    private static void hasRoomForExactlyOne(BoundedBuffer<String> box) throws InterruptedException {
        box.put("parcel");
        var late = new Waiter(() -> box.put("newspaper"));
        late.start();
        letTimePass(Duration.ofMinutes(1));
        int inside = box.size();

        failing(TOO_MANY_AT_ONCE, () -> assertThat(inside).as("letters in a box for one, after an interrupt").isEqualTo(1));
        assertThat(box.take()).isEqualTo("parcel");
        late.join();
        assertThat(box.take()).isEqualTo("newspaper");
    }

    @Check(points = 10, property = SAFETY)
    void anybodyMayLookAtAnyTime() {
        var box = new BoundedBuffer<String>(2);
        List<Integer> seen = new ArrayList<>();

        together(
                () -> {
                    box.put("bill");
                    box.put("postcard");
                },
                () -> {
                    seen.add(box.size());
                    seen.add(box.size());
                });

        assertThat(seen.get(0)).isBetween(0, 2);
        assertThat(seen.get(1)).isBetween(seen.get(0), 2);
    }

    /** Waits at a box until it is interrupted. What it was told is read only after a join. */
    private static final class Waiter extends Thread {
        private final Wait wait;
        private boolean told;

        private interface Wait {
            void run() throws InterruptedException;
        }

        Waiter(Wait wait) {
            super("waiter");
            this.wait = wait;
        }

        @Override
        public void run() {
            try {
                wait.run();
            } catch (InterruptedException e) {
                told = true;
            }
        }
    }
}
