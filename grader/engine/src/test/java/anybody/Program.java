package anybody;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Exploration;
import telar.engine.Explore;
import telar.engine.Threads;
import telar.engine.Time;

/** Bodies written as lambda expressions. */
public final class Program {
    private Program() {}

    // tag::main
    public static void main(String[] args) {
        Exploration found =
                Explore.body(() -> {
                            var counter = new LikeCounter();
                            Threads.together(counter::like, counter::like);
                            if (counter.likes() != 2) {
                                throw new AssertionError("a like is lost: " + counter.likes());
                            }
                        })
                        .time(Time.ADVERSARIAL)
                        .schedules(2_000)
                        .run();
        System.out.println(found.summary());
    }
    // end::main

    public static Exploration counts(int times, String name) {
        return Explore.body(() -> {
                    AtomicInteger count = new AtomicInteger();
                    Threads.Act act = () -> {
                        for (int i = 0; i < times; i++) {
                            count.incrementAndGet();
                        }
                    };
                    Threads.together(act, act);
                    if (count.get() != 2 * times) {
                        throw new AssertionError(name);
                    }
                })
                .run();
    }

    /** Where the first act comes first, as it does in the fair run, the second has little to do; elsewhere more than a run may take. */
    public static Exploration isLongInSomeRuns() {
        return Explore.body(() -> {
                    AtomicInteger count = new AtomicInteger();
                    Threads.together(count::incrementAndGet, () -> {
                        int rounds = count.get() == 1 ? 1 : 200;
                        for (int i = 0; i < rounds; i++) {
                            count.addAndGet(2);
                        }
                    });
                })
                .steps(100)
                .schedules(50)
                .run();
    }

    public static Exploration byReference() {
        return Explore.body(Program::races).run();
    }

    private static void races() {
        List<Integer> list = new ArrayList<>();
        Threads.together(() -> list.add(1), () -> list.add(2));
    }

    public static Explore usesAnObjectFromOutside() {
        LikeCounter counter = new LikeCounter();
        return Explore.body(() -> Threads.together(counter::like, counter::like));
    }

    public static Explore isAMethodOfAnObject() {
        return Explore.body(new LikeCounter()::like);
    }

    public static Exploration isAnObject() {
        return Explore.body(new Explore.Body() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void run() {
                        var counter = new LikeCounter();
                        Threads.together(counter::like, counter::like);
                    }
                })
                .run();
    }
}
