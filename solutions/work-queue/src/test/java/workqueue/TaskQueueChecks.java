package workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import telar.check.Check;

/** One or two orders, one or two cooks and a landlady. A plate is a plain object: only the queue orders it. */
class TaskQueueChecks {

    private final Random random = new Random(seed());

    /** What a cook makes of an order. Written before taskDone, read after join, and guarded by nothing else. */
    private static final class Plate {
        private boolean ready;
    }

    @Check(points = 10, property = BEHAVIOUR)
    void whatWasOrderedFirstIsCookedFirst() throws InterruptedException {
        var kitchen = new TaskQueue<Integer>();
        kitchen.join();
        int orders = 2 + random.nextInt(3);
        for (int i = 0; i < orders; i++) {
            kitchen.put(i);
        }
        for (int i = 0; i < orders; i++) {
            assertThat(kitchen.take()).isEqualTo(i);
        }
        for (int i = 0; i < orders; i++) {
            kitchen.taskDone();
        }
        kitchen.join();
    }

    @Check(points = 15, property = SAFETY)
    void theLandladyWaitsForWhatIsOnTheStove() {
        var kitchen = new TaskQueue<Plate>();
        var plate = new Plate();
        kitchen.put(plate);
        List<Boolean> seen = new ArrayList<>();

        together(
                () -> cook(kitchen),
                () -> {
                    kitchen.join();
                    seen.add(plate.ready);
                });

        failing(WRONG_RESULT, () -> assertThat(seen).as("the plate is ready when join returns").containsExactly(true));
    }

    @Check(points = 15, property = SAFETY)
    void twoCooksWhoFinishTogetherAreBothCounted() {
        var kitchen = new TaskQueue<Plate>();
        List<Plate> plates = List.of(new Plate(), new Plate());
        plates.forEach(kitchen::put);
        List<Boolean> seen = new ArrayList<>();

        together(
                () -> cook(kitchen),
                () -> cook(kitchen),
                () -> {
                    kitchen.join();
                    plates.forEach(plate -> seen.add(plate.ready));
                });

        failing(WRONG_RESULT, () -> assertThat(seen).as("the plates are ready when join returns").containsExactly(true, true));
    }

    @Check(points = 10, property = LIVENESS)
    void everybodyWhoWaitsForTheEndHearsOfIt() {
        var kitchen = new TaskQueue<Plate>();
        kitchen.put(new Plate());

        together(kitchen::join, kitchen::join, () -> cook(kitchen));
    }

    @Check(points = 15, property = LIVENESS)
    void aNewOrderWakesACookAndNotOnlyTheLandlady() throws InterruptedException {
        var kitchen = new TaskQueue<Plate>();
        kitchen.put(new Plate());
        kitchen.take(); // on the stove, so that the landlady has something to wait for

        together(
                () -> cook(kitchen),
                kitchen::join,
                () -> {
                    kitchen.put(new Plate());
                    kitchen.taskDone();
                });
    }

    @Check(points = 5, property = LIVENESS)
    void twoOrdersWakeTwoCooks() {
        var kitchen = new TaskQueue<Plate>();

        together(
                () -> cook(kitchen),
                () -> cook(kitchen),
                () -> {
                    kitchen.put(new Plate());
                    kitchen.put(new Plate());
                });
    }

    @Check(points = 10, property = SAFETY)
    void anOrderThatIsPutLateIsWaitedFor() {
        var kitchen = new TaskQueue<Plate>();
        var menu = new Plate();
        var dessert = new Plate();
        kitchen.put(menu);
        List<Boolean> seen = new ArrayList<>();

        together(
                () -> {
                    var first = kitchen.take();
                    kitchen.put(dessert); // found in the middle of the menu
                    first.ready = true;
                    kitchen.taskDone();
                    cook(kitchen);
                },
                () -> {
                    kitchen.join();
                    seen.add(menu.ready);
                    seen.add(dessert.ready);
                });

        failing(WRONG_RESULT, () -> assertThat(seen).as("menu and dessert are ready when join returns").containsExactly(true, true));
    }

    @Check(points = 5, property = BEHAVIOUR)
    void aTaskDoneTooManyIsRefusedAndChangesNothing() throws InterruptedException {
        var kitchen = new TaskQueue<String>();
        assertThatThrownBy(kitchen::taskDone).isInstanceOf(IllegalStateException.class);
        kitchen.put("soup");
        kitchen.take();
        kitchen.taskDone();
        assertThatThrownBy(kitchen::taskDone).isInstanceOf(IllegalStateException.class);
        kitchen.put("salad");
        kitchen.taskDone();
        kitchen.join();

        List<Boolean> byOne = new ArrayList<>();
        List<Boolean> byOther = new ArrayList<>();
        together(
                () -> byOne.add(isRefused(kitchen)),
                () -> {
                    kitchen.put("cake");
                    byOther.add(isRefused(kitchen));
                });
        failing(
                WRONG_RESULT,
                () ->
                        assertThat(byOne.get(0) ^ byOther.get(0))
                                .as("of two taskDone for one task, exactly one is refused (%s, %s)", byOne, byOther)
                                .isTrue());
        kitchen.join();
    }

    @Check(points = 10, property = LIVENESS)
    void anInterruptEndsAWait() throws InterruptedException {
        var kitchen = new TaskQueue<String>();
        kitchen.put("soup");
        kitchen.take();
        var cook = new Waiter(kitchen::take);
        var landlady = new Waiter(kitchen::join);

        cook.start();
        landlady.start();
        letTimePass(Duration.ofMinutes(1));
        cook.interrupt();
        landlady.interrupt();
        cook.join();
        landlady.join();

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(cook.told).as("take ends with an InterruptedException").isTrue();
                    assertThat(landlady.told).as("join ends with an InterruptedException").isTrue();
                });

        kitchen.put("salad");
        kitchen.put("cake");
        failing(
                WRONG_RESULT,
                () -> assertThat(kitchen.take()).as("the first task that was put after the interrupts").isEqualTo("salad"));
        assertThat(kitchen.take()).isEqualTo("cake");
        for (int done = 0; done < 3; done++) {
            kitchen.taskDone();
        }
        kitchen.join();
    }

    @Check(points = 5, property = SAFETY)
    void whoIsCalledOffWhileAnOrderComesTakesNothing() throws InterruptedException {
        var kitchen = new TaskQueue<String>();
        var cook = new Waiter(kitchen::take);
        cook.start();
        letTimePass(Duration.ofMinutes(1));

        together(() -> kitchen.put("soup"), () -> cook.interrupt());
        cook.join();

        if (cook.told) {
            failing(WRONG_RESULT, () -> assertThat(kitchen.take()).as("the task that the interrupted take left in line").isEqualTo("soup"));
        }
        kitchen.taskDone();
        kitchen.join();
    }

    private static boolean isRefused(TaskQueue<String> kitchen) {
        try {
            kitchen.taskDone();
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }

    private static void cook(TaskQueue<Plate> kitchen) throws InterruptedException {
        Plate plate = kitchen.take();
        plate.ready = true;
        kitchen.taskDone();
    }

    /** Waits at the queue until it is interrupted. What it was told is read only after a join. */
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
