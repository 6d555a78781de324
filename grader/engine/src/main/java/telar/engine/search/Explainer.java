package telar.engine.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import telar.engine.Counterexample;
import telar.engine.Failure;
import telar.engine.Failure.Trait;
import telar.engine.Interleaving;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Ending;
import telar.engine.runtime.Execution;
import telar.engine.runtime.LogicalThread;
import telar.engine.runtime.Options;

/**
 * Makes a counterexample of a run that broke the program: looks for a run that is easier to understand, repeats it with a recorder,
 * and tells it.
 */
final class Explainer {
    private static final int DAMAGE_RUNS = 80;
    private static final int MINIMISING_RUNS = 60;
    private static final int MOST_PREEMPTIONS = 2;

    private final Runs runs;
    private final long seed;

    Explainer(Runs runs, long seed) {
        this.runs = runs;
        this.seed = seed;
    }

    /**
     * @throws Unjudged if the run cannot be repeated
     */
    Counterexample explain(Broken found) {
        if (runs.outside()) {
            return counterexample(found);
        }
        Broken best = found;
        if (!found.options().inStep() && !found.longerThanOthersMayBe()) {
            best = (found.isADataRace() ? withDamage(found) : withFewerPreemptions(found)).orElse(found);
        }
        Options options = best.options();
        Execution again = runs.execute(Samplers.replay(best.schedule(), options.inStep()), options, true);
        Optional<Broken> repeated = runs.broken(again, options);
        if (repeated.isEmpty() || repeated.get().failure().kind() != best.failure().kind()) {
            throw new Unjudged("a run broke the program (" + best.failure().message() + ") but could not be repeated");
        }
        // The repeated run was recorded: its words tell objects of one class apart.
        Failure failure = options.promoted().isEmpty() ? repeated.get().failure() : best.failure();
        return counterexample(new Broken(again, options, failure));
    }

    // ---- telling it

    /** What is known of a run as it is. */
    Counterexample counterexample(Broken broken) {
        Execution execution = broken.execution();
        Failure failure = broken.failure();
        Set<Trait> traits = new HashSet<>(runs.circumstances());
        if (execution.recorder() == null) {
            List<String> names = execution.threads().stream().map(LogicalThread::name).toList();
            return new Counterexample(broken.schedule(), withTraits(failure, traits), new Interleaving(names, List.of()));
        }
        if (failure.kind() == Failure.Kind.ASSERTION || failure.kind() == Failure.Kind.EXCEPTION) {
            traits.addAll(execution.recorder().traits());
        }
        return new Counterexample(
                broken.schedule(), withTraits(failure, traits), execution.recorder().interleaving(execution.threads()));
    }

    private static Failure withTraits(Failure failure, Set<Trait> more) {
        Set<Trait> traits = new HashSet<>(failure.traits());
        traits.addAll(more);
        return new Failure(failure.kind(), traits, failure.message(), failure.error());
    }

    // ---- runs that are easier to understand

    /** Makes the racy accesses scheduling points and looks for a run in which the race does visible harm. */
    private Optional<Broken> withDamage(Broken race) {
        Set<String> sites = new HashSet<>(race.execution().raceSites());
        if (sites.isEmpty() || sites.stream().anyMatch(s -> s.contains(",") || s.contains("~"))) {
            return Optional.empty();
        }
        Options options = race.options().withPromoted(sites);
        for (int k = 0; k < DAMAGE_RUNS; k++) {
            long drawn = seed + k * 7919L;
            Chooser chooser =
                    k == 0
                            ? Samplers.fair()
                            : k % 3 == 1
                                    ? Samplers.holdBack(drawn, k > 1)
                                    : k % 3 == 2 ? Samplers.pct(drawn, 2, runs.expectedSteps()) : Samplers.random(drawn);
            Execution execution = runs.execute(chooser, options, false);
            if (execution.ending() instanceof Ending.Failed failed && !execution.races().isEmpty()) {
                String message = race.execution().races().get(0) + "\nWhat it does here: " + failed.failure().message();
                return Optional.of(
                        new Broken(
                                execution,
                                options,
                                new Failure(Failure.Kind.DATA_RACE, Set.of(), message, failed.failure().error())));
            }
        }
        return Optional.empty();
    }

    /** Looks for the same kind of failure with fewer preemptions than the run found. */
    private Optional<Broken> withFewerPreemptions(Broken found) {
        int had = found.preemptions();
        for (int bound = 0; bound < Math.min(MOST_PREEMPTIONS + 1, had); bound++) {
            TreeSearch tree = new TreeSearch(TreeSearch.Mode.BOUNDED, bound);
            int limit = runs.made() + MINIMISING_RUNS;
            while (runs.made() < limit) {
                Execution execution = runs.execute(tree.next(), found.options(), false);
                Optional<Broken> broken = runs.broken(execution, found.options());
                if (broken.isPresent()) {
                    if (broken.get().failsLike(found)) {
                        return broken;
                    }
                    break;
                }
                if (!(execution.ending() instanceof Ending.Completed) || !tree.learn(execution, false)) {
                    break;
                }
            }
        }
        return Optional.empty();
    }
}
