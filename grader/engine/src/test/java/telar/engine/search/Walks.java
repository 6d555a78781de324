package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import telar.engine.Failure;
import telar.engine.Fixtures;
import telar.engine.Scenario;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Ending;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Options;

/** Walks through all the schedules of a tiny program that a search proposes, and tells what it saw. */
final class Walks {
    static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Stands for all traces that end in a cycle of locks. */
    private static final long CYCLE = 1;

    private final Runner runner;
    private final String name;

    private Walks(String className, String method) {
        this.runner = new Runner(Fixtures.program(className.substring(0, className.indexOf('.'))), Scenario.of(className, method));
        this.name = method;
    }

    static Walks of(String className, String method) {
        return new Walks(className, method);
    }

    /** Something that proposes schedules and learns from the runs. */
    interface Walk {
        Chooser next();

        boolean learn(Execution execution, boolean redundant);

        boolean complete();
    }

    /**
     * What a walk saw.
     *
     * @param traces the happens-before orders
     * @param schedules runs that came to an end
     * @param redundant runs cut off because nothing new could come of them
     * @param finished whether the walk ended before its limit of runs
     */
    record Seen(Set<Long> traces, int schedules, int redundant, boolean finished) {}

    Seen reduced(int limit) {
        return walk(of(new TreeSearch(TreeSearch.Mode.SOURCE_DPOR, 0)), limit);
    }

    Seen bounded(int bound, int limit) {
        return walk(of(new TreeSearch(TreeSearch.Mode.BOUNDED, bound)), limit);
    }

    Seen everything(int bound, int limit) {
        return walk(new EverythingWalk(bound, false), limit);
    }

    private static Walk of(TreeSearch tree) {
        return new Walk() {
            @Override
            public Chooser next() {
                return tree.next();
            }

            @Override
            public boolean learn(Execution execution, boolean redundant) {
                return tree.learn(execution, redundant);
            }

            @Override
            public boolean complete() {
                return tree.complete();
            }
        };
    }

    Seen walk(Walk walk, int limit) {
        TraceSet traces = new TraceSet();
        int schedules = 0;
        int redundant = 0;
        boolean cycle = false;
        boolean more = true;
        while (more && schedules + redundant < limit) {
            Execution execution = run(walk.next());
            boolean cut = execution.ending() instanceof Ending.Redundant;
            assertThat(execution.ending())
                    .as("run %d of %s", schedules + redundant, name)
                    .isInstanceOfAny(Ending.Completed.class, Ending.Failed.class, Ending.Redundant.class);
            if (cut) {
                redundant++;
            } else if (endedInACycle(execution)) {
                schedules++;
                cycle = true;
            } else {
                schedules++;
                traces.add(execution);
            }
            more = walk.learn(execution, cut);
        }
        Set<Long> seen = new TreeSet<>(traces.hashes());
        if (cycle) {
            seen.add(CYCLE);
        }
        return new Seen(seen, schedules, redundant, walk.complete());
    }

    /** A cycle of locks ends a run at once, wherever the others are by then: all such runs count as one trace. */
    private static boolean endedInACycle(Execution execution) {
        return execution.ending() instanceof Ending.Failed failed && failed.failure().traits().contains(Failure.Trait.LOCK_CYCLE);
    }

    Execution run(Chooser chooser) {
        return runner.run(chooser, Options.ideal(2_000, 1), false);
    }
}
