package telar.engine.search;

import java.util.Optional;
import telar.engine.Strength;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Ending;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Options;
import telar.engine.search.Portfolio.Searches;

/**
 * Searches with one set of options: a fair run, a directed one, one in step, a systematic search, samples while it is unfinished,
 * then a search that is complete within few preemptions.
 */
final class Search {
    private static final int FIRST_TREE_RUNS = 120;
    private static final int SAMPLES = 150;
    private static final int MOST_PREEMPTIONS = 2;

    /** What all runs of one search may cost together; then no further run is begun. */
    private static final long COST = 4_000_000;

    private final Runs runs;
    private final Searches searches;
    private final int maxSteps;
    private final long seed;

    /** @param ideal how runs are made where nothing special is tried */
    Search(Runs runs, Searches searches, Options ideal) {
        this.runs = runs;
        this.searches = searches;
        this.maxSteps = ideal.maxSteps();
        this.seed = ideal.seed();
    }

    /**
     * What a search found, and how much it covers if that is nothing.
     *
     * @param interleavings distinct ones that the systematic search went through
     */
    record Found(Optional<Broken> broken, Strength strength, int interleavings) {}

    /**
     * Searches until something breaks, everything has been tried, or the limit is reached.
     *
     * @param limit of all runs of the exploration so far
     */
    Found search(Options options, int limit) {
        runs.mayCost(COST);
        // Recorded, because a run with input and output cannot be repeated to be told.
        Optional<Broken> broken = runs.run(Samplers.fair(), options, true);
        boolean toBeSearchedOtherwise = runs.waitersLookedAt() && !options.hesitant();
        if (broken.isPresent() || runs.outside() || !runs.anyEnded() || toBeSearchedOtherwise) {
            return new Found(broken, strength(false, -1), 0);
        }
        return searchOn(options.withMaxSteps(room(2)), limit);
    }

    /** Steps that a run may take: more than usual where the fair run has shown that the program is long. */
    private int room(int timesTheFairRun) {
        return Math.max(maxSteps, timesTheFairRun * runs.expectedSteps());
    }

    /** What follows the fair run. */
    private Found searchOn(Options options, int limit) {
        Optional<Broken> broken =
                runs.made() < limit ? runs.run(Samplers.holdBack(seed, false), options, false) : Optional.empty();
        broken = broken.isEmpty() && runs.made() < limit ? runInStep(options) : broken;
        if (searches == Searches.RANDOM) {
            Strength strength = strength(false, -1);
            return new Found(broken.isPresent() ? broken : sample(options, limit), strength, 0);
        }
        TreeSearch tree = new TreeSearch(TreeSearch.Mode.SOURCE_DPOR, 0);
        boolean more = true;
        boolean paced = false;
        if (broken.isEmpty()) {
            Walk walk = walk(tree, options, Math.min(limit, runs.made() + FIRST_TREE_RUNS));
            broken = walk.broken;
            more = walk.more;
            paced = walk.paced;
        }
        if (broken.isEmpty() && more) {
            broken = sample(options, Math.min(limit, runs.made() + SAMPLES));
        }
        if (broken.isEmpty() && more && !tree.gaveUp()) {
            Walk walk = walk(tree, options, runs.made() + (limit - runs.made()) * 2 / 3);
            broken = walk.broken;
            paced |= walk.paced;
        }
        int bound = -1;
        boolean within = true;
        if (broken.isEmpty() && !tree.complete() && !tree.gaveUp()) {
            for (int k = 0; k <= MOST_PREEMPTIONS && broken.isEmpty() && runs.goOn(limit); k++) {
                TreeSearch bounded = new TreeSearch(TreeSearch.Mode.BOUNDED, k);
                Walk walk = walk(bounded, options, limit);
                broken = walk.broken;
                within &= bounded.complete() && !walk.paced;
                if (!bounded.complete()) {
                    break;
                }
                bound = within ? k : bound;
            }
        }
        if (broken.isEmpty() && !tree.complete()) {
            broken = sample(options, limit);
        }
        return new Found(broken, strength(tree.complete() && !paced, bound), tree.interleavings());
    }

    /** Two threads that give way to each other for ever do so only while they stay in step. In step, threads disturb each other most. */
    private Optional<Broken> runInStep(Options options) {
        return runs.run(Samplers.inStep(), options.withInStep().withMaxSteps(room(20)), false);
    }

    /** Searches by one method only, up to so many runs of the exploration: systematically, unless only samples take part. */
    Optional<Broken> searchSimply(Options options, int limit) {
        return searches == Searches.RANDOM
                ? sample(options, limit)
                : walk(new TreeSearch(TreeSearch.Mode.SOURCE_DPOR, 0), options, limit).broken;
    }

    // ---- how much it covers

    /**
     * How much a search without a failure covers.
     *
     * @param complete whether it went through everything, and no fairness or pacing cut choices off in its runs; what other runs
     *     did beside it takes nothing away from that
     * @param bound the same within so many preemptions; -1 for none
     */
    private Strength strength(boolean complete, int bound) {
        if (runs.outside()) {
            return Strength.of(Strength.Kind.OBSERVED);
        }
        if (!runs.anyConcurrent()) {
            return Strength.of(Strength.Kind.SEQUENTIAL);
        }
        if (complete) {
            return Strength.of(Strength.Kind.ALL);
        }
        if (bound >= 0) {
            return new Strength(Strength.Kind.BOUNDED, bound);
        }
        return Strength.of(Strength.Kind.SAMPLED);
    }

    /** How much single runs cover. */
    Strength strengthOfSingleRuns() {
        return strength(false, -1);
    }

    // ---- its methods

    /** What came of a part of a walk; {@code paced} whether fairness or pacing cut choices off in it. */
    private record Walk(Optional<Broken> broken, boolean more, boolean paced) {}

    /** Walks on through a tree until something breaks, everything has been tried, or the limit of runs is reached. */
    private Walk walk(TreeSearch tree, Options options, int limit) {
        boolean paced = false;
        while (runs.goOn(limit) && !runs.outside()) {
            Execution execution = runs.execute(tree.next(), options, false);
            paced |= execution.paced();
            if (runs.outside()) {
                return new Walk(runs.broken(execution, options), false, paced);
            }
            boolean redundant = execution.ending() instanceof Ending.Redundant;
            Optional<Broken> broken = runs.broken(execution, options);
            if (broken.isPresent()) {
                return new Walk(broken, true, paced);
            }
            if (execution.ending() instanceof Ending.Diverged || execution.ending() instanceof Ending.Cut) {
                return new Walk(Optional.empty(), false, paced);
            }
            if (!tree.learn(execution, redundant)) {
                return new Walk(Optional.empty(), false, paced);
            }
        }
        return new Walk(Optional.empty(), true, paced);
    }

    private Optional<Broken> sample(Options options, int limit) {
        Optional<Broken> broken = Optional.empty();
        for (int k = 0; runs.goOn(limit) && broken.isEmpty() && !runs.outside() && searches != Searches.SYSTEMATIC; k++) {
            long drawn = seed * 1_000_003 + k * 7919L;
            Chooser chooser =
                    switch (k % 5) {
                        case 0 -> Samplers.pct(drawn, 2, runs.expectedSteps());
                        case 1 -> Samplers.random(drawn);
                        case 2 -> Samplers.holdBack(drawn, true);
                        case 3 -> Samplers.pct(drawn, 3, runs.expectedSteps());
                        default -> Samplers.partialOrder(drawn);
                    };
            broken = runs.run(chooser, options, false);
        }
        return broken;
    }
}
