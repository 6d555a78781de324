package telar.engine.search;

import java.util.Optional;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Options;

/**
 * Runs of a program in which input and output take part: no search is possible, because the same choices need not lead to the same
 * run. A few runs with different choosers are made, all of them whatever they show, and the gravest failure is taken: so that the
 * verdict does not hang on which run happened to see what.
 */
final class Observation {
    private static final int RUNS = 12;
    private static final int RUNS_WITH_PROCESSES = 4;

    private final Runs runs;
    private final int budget;
    private final long seed;

    /** @param budget how many runs may be made at most */
    Observation(Runs runs, int budget, long seed) {
        this.runs = runs;
        this.budget = budget;
        this.seed = seed;
    }

    /** @param before what broke in an earlier run */
    Optional<Broken> observe(Options options, Optional<Broken> before) {
        Broken gravest = before.orElse(null);
        int limit = Math.max(runs.made(), Math.min(budget, runs.made() + RUNS));
        for (int k = 0; runs.made() < limit; k++) {
            Execution execution = runs.execute(chooser(k), options, true);
            if (k == 0 && execution.startedAProcess()) {
                limit = Math.min(limit, runs.made() - 1 + RUNS_WITH_PROCESSES);
            }
            Broken broken = runs.broken(execution, options).orElse(null);
            if (broken != null && (gravest == null || broken.failure().kind().compareTo(gravest.failure().kind()) <= 0)) {
                gravest = broken;
            }
        }
        return Optional.ofNullable(gravest);
    }

    private Chooser chooser(int k) {
        long drawn = seed * 1_000_003 + k * 7919L;
        return switch (k % 4) {
            case 0 -> k == 0 ? Samplers.fair() : Samplers.early(Samplers.random(drawn));
            case 1 -> Samplers.early(Samplers.holdBack(drawn, k > 1));
            case 2 -> Samplers.early(Samplers.gather(drawn));
            default -> Samplers.early(k > 8 ? Samplers.pct(drawn, 2, runs.expectedSteps()) : Samplers.gather(drawn));
        };
    }
}
