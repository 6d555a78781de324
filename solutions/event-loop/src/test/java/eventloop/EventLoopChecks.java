package eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import telar.check.Check;
import telar.check.PlannedFailure;

/** What steps write is plain: only the loop orders it. */
class EventLoopChecks {

    private final Random random = new Random(seed());
    private final EventLoop waiter = new EventLoop();

    /** A plain number that steps change. */
    private static final class Bill {
        private int dishes;
    }

    @Check(points = 10, property = SAFETY)
    void stepsOfManyCallersRunOnOneThread() throws InterruptedException {
        var bill = new Bill();
        List<Thread> servedBy = new ArrayList<>();
        Task order =
                () -> {
                    bill.dishes++;
                    servedBy.add(Thread.currentThread());
                    return Step.DONE;
                };
        List<Thread> guests = new ArrayList<>();
        guests.add(Thread.currentThread());

        Task second = () -> order.step();
        together(() -> waiter.submit(order), () -> waiter.submit(second));
        waiter.close();

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(bill.dishes).as("steps that ran").isEqualTo(2);
                    assertThat(servedBy.get(0) == servedBy.get(1)).as("both steps ran on the same thread").isTrue();
                    assertThat(servedBy.get(0) == guests.get(0)).as("the steps ran on the caller's thread").isFalse();
                });
    }

    @Check(points = 15, property = BEHAVIOUR)
    void firstComeFirstServed() throws InterruptedException {
        List<String> served = new ArrayList<>();
        int courses = 2 + random.nextInt(2);
        int[] eaten = new int[1];
        Task starts =
                () -> {
                    // All three become due within one step, so that their order is known.
                    waiter.submit(
                            () -> {
                                served.add("A");
                                return ++eaten[0] < courses ? Step.AGAIN : Step.DONE;
                            });
                    waiter.submit(served("B", served));
                    waiter.submit(served("C", served));
                    return Step.DONE;
                };

        waiter.submit(starts);
        letTimePass(Duration.ofMinutes(1));
        waiter.close();

        List<String> expected = new ArrayList<>(List.of("A", "B", "C"));
        for (int i = 1; i < courses; i++) {
            expected.add("A");
        }
        failing(WRONG_RESULT, () -> assertThat(served).isEqualTo(expected));
    }

    @Check(points = 15, property = LIVENESS)
    void whoWaitsLetsOthersGoOn() throws InterruptedException {
        List<String> served = new ArrayList<>();
        boolean[] asked = new boolean[1];
        Task waits =
                () -> {
                    if (!asked[0]) {
                        asked[0] = true;
                        return Step.WAIT;
                    }
                    served.add("A");
                    return Step.DONE;
                };

        waiter.submit(waits);
        waiter.submit(
                () -> {
                    served.add("B");
                    waiter.resume(waits);
                    return Step.DONE;
                });
        waiter.close();

        failing(WRONG_RESULT, () -> assertThat(served).containsExactly("B", "A"));
    }

    @Check(points = 15, property = LIVENESS)
    void noBellIsLostHoweverQuickTheKitchen() throws InterruptedException {
        var bill = new Bill();
        Task order =
                new Task() {
                    @Override
                    public Step step() {
                        if (bill.dishes++ == 0) {
                            new Thread(() -> waiter.resume(this), "kitchen").start();
                            return Step.WAIT;
                        }
                        return Step.DONE;
                    }
                };

        waiter.submit(order);
        waiter.close();

        failing(WRONG_RESULT, () -> assertThat(bill.dishes).as("steps that ran").isEqualTo(2));
    }

    @Check(points = 10, property = LIVENESS)
    void aBellBeforeTheOrderCountsOnce() throws InterruptedException {
        var steps = new AtomicInteger();
        Task order = () -> steps.incrementAndGet() < 3 ? Step.WAIT : Step.DONE;

        waiter.resume(order);
        waiter.resume(order);
        waiter.submit(order);
        letTimePass(Duration.ofMinutes(1));
        int beforeTheThirdBell = steps.get();
        waiter.resume(order);
        waiter.close();

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(beforeTheThirdBell).as("steps that ran before the third bell").isEqualTo(2);
                    assertThat(steps.get()).as("steps that ran").isEqualTo(3);
                });
    }

    @Check(points = 5, property = LIVENESS)
    void manyBellsForOneWhoWaitsAreTwoSteps() throws InterruptedException {
        var bill = new Bill();
        Task order = () -> ++bill.dishes < 4 ? Step.WAIT : Step.DONE;
        List<Integer> dishes = new ArrayList<>();

        waiter.submit(order);
        letTimePass(Duration.ofMinutes(1));
        // It waits. All bells ring within one step of another task: the first one counts now, one more is remembered.
        waiter.submit(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        waiter.resume(order);
                    }
                    return Step.DONE;
                });
        letTimePass(Duration.ofMinutes(1));
        waiter.submit(
                () -> {
                    dishes.add(bill.dishes);
                    waiter.resume(order);
                    return Step.DONE;
                });
        waiter.close();

        failing(WRONG_RESULT, () -> assertThat(dishes).as("steps that ran before the fourth bell").containsExactly(3));
    }

    @Check(points = 10, property = LIVENESS)
    void aTaskThatThrowsHarmsNobodyElse() throws InterruptedException {
        List<String> served = new ArrayList<>();
        List<Thread> servedBy = new ArrayList<>();

        waiter.submit(
                () -> {
                    servedBy.add(Thread.currentThread());
                    throw new PlannedFailure();
                });
        waiter.submit(
                () -> {
                    served.add("B");
                    servedBy.add(Thread.currentThread());
                    return Step.DONE;
                });
        waiter.close();

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(served).containsExactly("B");
                    assertThat(servedBy.get(0) == servedBy.get(1)).as("the loop goes on in the same thread").isTrue();
                });
    }

    @Check(points = 5, property = SAFETY)
    void whoIsLetInIsServed() {
        var bill = new Bill();
        boolean[] letIn = new boolean[1];

        together(
                () -> {
                    try {
                        waiter.submit(
                                () -> {
                                    bill.dishes++;
                                    return Step.DONE;
                                });
                        letIn[0] = true;
                    } catch (IllegalStateException closed) {
                        letIn[0] = false;
                    }
                },
                waiter::close);

        failing(
                WRONG_RESULT,
                () -> assertThat(bill.dishes).as("steps that ran of a task that was " + (letIn[0] ? "taken" : "refused")).isEqualTo(letIn[0] ? 1 : 0));
    }

    @Check(points = 10, property = CLEANUP)
    void closingWaitsForEverybodyAndLeavesNoThread() throws InterruptedException {
        List<String> served = new ArrayList<>();
        boolean[] asked = new boolean[1];
        Task waits =
                () -> {
                    if (!asked[0]) {
                        asked[0] = true;
                        return Step.WAIT;
                    }
                    served.add("A");
                    return Step.DONE;
                };
        waiter.submit(waits);
        letTimePass(Duration.ofMinutes(1));

        together(() -> waiter.resume(waits), waiter::close);

        failing(WRONG_RESULT, () -> assertThat(served).containsExactly("A"));
        assertThat(threads()).noneLeftBehind();
        failing(
                WRONG_RESULT,
                () -> assertThatThrownBy(() -> waiter.submit(() -> Step.DONE)).isInstanceOf(IllegalStateException.class));
    }

    @Check(points = 5, property = BEHAVIOUR)
    void anIdleWaiterSits() throws InterruptedException {
        var servedBy = new AtomicReference<Thread>();
        waiter.submit(
                () -> {
                    servedBy.set(Thread.currentThread());
                    return Step.DONE;
                });
        letTimePass(Duration.ofMinutes(1));

        Thread.State idle = servedBy.get().getState();
        waiter.close();

        failing(
                WRONG_RESULT,
                () -> assertThat(idle).as("state of the loop's thread while nothing is due").isIn(Thread.State.WAITING, Thread.State.TIMED_WAITING));
    }

    private static Task served(String table, List<String> served) {
        return () -> {
            served.add(table);
            return Step.DONE;
        };
    }
}
