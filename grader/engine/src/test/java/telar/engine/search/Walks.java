package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import telar.engine.Fixtures;
import telar.engine.Scenario;
import telar.engine.runtime.Ending;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Options;

/** Walks through a whole search tree of a tiny program and tells what it saw. */
final class Walks {
    static final int UNBOUNDED = Integer.MAX_VALUE;

    private Walks() {}

    /**
     * What a walk saw.
     *
     * @param traces the happens-before orders
     * @param schedules runs that came to an end
     * @param redundant runs cut off because nothing new could come of them
     * @param finished whether the walk ended before its limit of runs
     */
    record Seen(Set<Long> traces, int schedules, int redundant, boolean finished) {}

    static Seen walk(TreeSearch.Mode mode, int bound, String className, String method, int limit) {
        Runner runner = new Runner(Fixtures.program("tiny"), Scenario.of(className, method));
        TreeSearch tree = new TreeSearch(mode, bound);
        TraceSet traces = new TraceSet();
        int schedules = 0;
        int redundant = 0;
        boolean more = true;
        while (more && schedules + redundant < limit) {
            Execution execution = runner.run(tree.next(), Options.ideal(2_000, 1), false);
            boolean cut = execution.ending() instanceof Ending.Redundant;
            assertThat(execution.ending())
                    .as("%s %s of %s, run %d", mode, bound, method, schedules + redundant)
                    .isInstanceOfAny(Ending.Completed.class, Ending.Failed.class, Ending.Redundant.class);
            if (cut) {
                redundant++;
            } else {
                schedules++;
                traces.add(execution);
            }
            more = tree.learn(execution, cut);
        }
        return new Seen(traces.hashes(), schedules, redundant, tree.complete());
    }

    static Seen tiny(TreeSearch.Mode mode, int bound, String method, int limit) {
        return walk(mode, bound, "tiny.Tiny", method, limit);
    }
}
