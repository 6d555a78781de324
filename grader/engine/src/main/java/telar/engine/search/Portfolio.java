package telar.engine.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import telar.engine.Counterexample;
import telar.engine.Exploration;
import telar.engine.Failure;
import telar.engine.Failure.Trait;
import telar.engine.Interleaving;
import telar.engine.Program;
import telar.engine.Scenario;
import telar.engine.Schedule;
import telar.engine.Strength;
import telar.engine.Time;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Ending;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Hooks;
import telar.engine.runtime.Options;
import telar.engine.runtime.Step;

/**
 * One exploration: a fair run, a directed one, a systematic search, samples while it is unfinished, then a search that is
 * complete within few preemptions; and the same with early sleepers and spurious wake-ups where asked for or possible.
 *
 * <p>Not thread-safe; {@link #explore} and {@link #replay} take turns within the JVM, because one execution runs at a time.
 */
public final class Portfolio {
    /** One exploration at a time: hooks find the current execution in a static field. */
    private static final Object TURN = new Object();

    private static final int FIRST_TREE_RUNS = 120;
    private static final int SAMPLES = 150;

    /** What all runs of one search, and of one that tries a spurious wake-up, may cost together; then no further run is begun. */
    private static final long COST_OF_A_SEARCH = 4_000_000;

    private static final long COST_WITH_A_SPURIOUS_WAKEUP = 400_000;

    /** A step costs 1; of what is done between steps, so much costs 1. */
    private static final long WORK_FOR_A_STEP = 100;

    private static final int MAX_SPURIOUS_VARIANTS = 12;
    private static final int MAX_SPURIOUS_PAIRS = 10;
    private static final int DAMAGE_RUNS = 80;
    private static final int MINIMISING_RUNS = 60;
    private static final int OBSERVED_RUNS = 12;
    private static final int BEGINNING_OF_A_FAIR_RUN = 1_000;
    private static final int OBSERVED_RUNS_WITH_PROCESSES = 4;

    /** Which searches take part. All do, except where they are compared. */
    enum Searches {
        ALL,
        SYSTEMATIC,
        RANDOM
    }

    private final Runner runner;
    private final Searches searches;
    private final Time time;
    private final int budget;
    /** How runs are made where nothing special is tried. */
    private Options ideal;

    private final int maxSteps;
    private final long seed;

    private int runs;
    private int ended;
    private long steps;
    private long cost;
    private long mostCost;
    private long fingerprint = 1;
    private int mostThreads;
    private int expectedSteps = 50;
    private boolean outside;
    private boolean slept;
    private boolean waitersLookedAt;
    private final Set<Execution.SpuriousWait> waits = new LinkedHashSet<>();
    private final Set<Trait> circumstances = new HashSet<>();

    /** A run that broke the program, and how it was made. */
    private record Broken(Execution execution, Options options, Failure failure) {}

    /** Ends the exploration without a verdict. */
    private static final class Unjudged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unjudged(String reason) {
            super(reason, null, false, false);
        }
    }

    public Portfolio(Program program, Scenario scenario, Time time, int budget, int maxSteps, long seed) {
        this(program, scenario, time, budget, Options.ideal(maxSteps, seed), Searches.ALL);
    }

    /** @param ideal how runs are made where nothing special is tried */
    Portfolio(Program program, Scenario scenario, Time time, int budget, Options ideal, Searches searches) {
        this.runner = new Runner(program, scenario);
        this.searches = searches;
        this.time = time;
        this.budget = Math.max(1, budget);
        this.ideal = ideal;
        this.maxSteps = ideal.maxSteps();
        this.seed = ideal.seed();
    }

    public Exploration explore() {
        synchronized (TURN) {
            Hooks.forgetOffsets();
            try {
                return search();
            } catch (Unjudged e) {
                return result(Strength.of(Strength.Kind.SAMPLED), new Exploration.NotJudged(e.getMessage() + covered()));
            }
        }
    }

    /** What an exploration that broke off had covered. */
    private String covered() {
        return " after " + runs + (runs == 1 ? " run" : " runs") + " in which nothing had broken";
    }

    public Exploration replay(Schedule schedule) {
        synchronized (TURN) {
            Hooks.forgetOffsets();
            Options options = Options.parse(schedule.options(), Math.max(maxSteps, schedule.length()), seed);
            try {
                Optional<Broken> broken = run(Samplers.replay(schedule, options.inStep()), options, true);
                if (broken.isPresent()) {
                    return result(Strength.of(Strength.Kind.SAMPLED), new Exploration.Failed(counterexample(broken.get())));
                }
                return result(strength(false, -1), new Exploration.Passed());
            } catch (Unjudged e) {
                return result(Strength.of(Strength.Kind.SAMPLED), new Exploration.NotJudged(e.getMessage()));
            }
        }
    }

    private Exploration result(Strength strength, Exploration.Result result) {
        return new Exploration(strength, runs, steps, fingerprint, result);
    }

    // ---- the order of the searches

    private Exploration search() {
        int idealBudget = time == Time.ADVERSARIAL ? Math.max(1, budget / 2) : budget;
        Coverage coverage = new Coverage();
        Optional<Broken> broken = searchWith(ideal, idealBudget, coverage);
        if (broken.isEmpty() && waitersLookedAt && !outside) {
            ideal = ideal.withHesitant();
            coverage = new Coverage();
            broken = searchWith(ideal, runs + idealBudget, coverage);
        }
        if (outside) {
            broken = observe(ideal, broken);
            coverage.strength = strength(false, -1);
        }
        Strength strength = coverage.strength;
        // Where every interleaving has been tried and nobody slept, nobody can wake early.
        boolean awake = strength.kind() == Strength.Kind.ALL && !slept;
        if (broken.isEmpty() && time == Time.ADVERSARIAL && !outside && !awake) {
            circumstances.add(Trait.DEPENDS_ON_SLEEP);
            Coverage adversarial = new Coverage();
            broken = searchWith(ideal.withAdversarial(), budget, adversarial);
            strength = weaker(strength, Strength.of(Strength.Kind.SAMPLED));
            if (broken.isEmpty()) {
                circumstances.clear();
            }
        }
        if (broken.isEmpty() && !outside) {
            broken = spuriousWakeUps();
        }
        if (broken.isPresent()) {
            return result(strength, new Exploration.Failed(explain(broken.get())));
        }
        int counted = strength.kind() == Strength.Kind.ALL ? coverage.interleavings : runs;
        return new Exploration(strength, counted, steps, fingerprint, passed());
    }

    private static final class Coverage {
        /** Distinct interleavings that the systematic search went through. */
        int interleavings;

        Strength strength = Strength.of(Strength.Kind.SAMPLED);
    }

    private Optional<Broken> searchWith(Options options, int limit, Coverage coverage) {
        mostCost = cost + COST_OF_A_SEARCH;
        // Recorded, because a run with input and output cannot be repeated to be told.
        Optional<Broken> broken = run(Samplers.fair(), options, true);
        boolean toBeSearchedOtherwise = waitersLookedAt && !options.hesitant();
        if (broken.isPresent() || outside || ended == 0 || toBeSearchedOtherwise) {
            coverage.strength = strength(false, -1);
            return broken;
        }
        return searchOn(options.withMaxSteps(room(2)), limit, coverage);
    }

    /** Steps that a run may take: more than usual where the fair run has shown that the program is long. */
    private int room(int timesTheFairRun) {
        return Math.max(maxSteps, timesTheFairRun * expectedSteps);
    }

    /** What follows the fair run. */
    private Optional<Broken> searchOn(Options options, int limit, Coverage coverage) {
        Optional<Broken> broken = runs < limit ? run(Samplers.holdBack(seed, false), options, false) : Optional.empty();
        broken = broken.isEmpty() && runs < limit ? runInStep(options) : broken;
        if (searches == Searches.RANDOM) {
            coverage.strength = strength(false, -1);
            return broken.isPresent() ? broken : sample(options, limit);
        }
        TreeSearch tree = new TreeSearch(TreeSearch.Mode.SOURCE_DPOR, 0);
        boolean more = true;
        boolean paced = false;
        if (broken.isEmpty()) {
            int first = Math.min(limit, runs + FIRST_TREE_RUNS);
            Walk walk = walk(tree, options, first);
            broken = walk.broken;
            more = walk.more;
            paced = walk.paced;
        }
        if (broken.isEmpty() && more) {
            broken = sample(options, Math.min(limit, runs + SAMPLES));
        }
        if (broken.isEmpty() && more && !tree.gaveUp()) {
            Walk walk = walk(tree, options, runs + (limit - runs) * 2 / 3);
            broken = walk.broken;
            more = walk.more;
            paced |= walk.paced;
        }
        int bound = -1;
        boolean within = true;
        if (broken.isEmpty() && !tree.complete() && !tree.gaveUp()) {
            for (int k = 0; k <= 2 && broken.isEmpty() && goesOn(limit); k++) {
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
        coverage.strength = strength(tree.complete() && !paced, bound);
        coverage.interleavings = tree.interleavings();
        return broken;
    }

    /** Whether another run may be made: so many at most, and no more once they have cost very much together. */
    private boolean goesOn(int limit) {
        return runs < limit && cost < mostCost;
    }

    /** Two threads that give way to each other for ever do so only while they stay in step. In step, threads disturb each other most. */
    private Optional<Broken> runInStep(Options options) {
        return run(Samplers.inStep(), options.withInStep().withMaxSteps(room(20)), false);
    }

    /**
     * How much a search without a failure covers.
     *
     * @param complete whether it went through everything, and no fairness or pacing cut choices off in its runs; what other runs
     *     did beside it takes nothing away from that
     * @param bound the same within so many preemptions; -1 for none
     */
    private Strength strength(boolean complete, int bound) {
        if (outside) {
            return Strength.of(Strength.Kind.OBSERVED);
        }
        if (mostThreads <= 1) {
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

    private static Strength weaker(Strength a, Strength b) {
        return a.kind().compareTo(b.kind()) >= 0 ? a : b;
    }

    /** What came of a part of a walk; {@code paced} whether fairness or pacing cut choices off in it. */
    private record Walk(Optional<Broken> broken, boolean more, boolean paced) {}

    /** Walks on through a tree until something breaks, everything has been tried, or the limit of runs is reached. */
    private Walk walk(TreeSearch tree, Options options, int limit) {
        boolean paced = false;
        while (goesOn(limit) && !outside) {
            Execution execution = execute(tree.next(), options, false);
            paced |= execution.paced();
            if (outside) {
                return new Walk(broken(execution, options), false, paced);
            }
            boolean redundant = execution.ending() instanceof Ending.Redundant;
            Optional<Broken> broken = broken(execution, options);
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
        for (int k = 0; goesOn(limit) && broken.isEmpty() && !outside && searches != Searches.SYSTEMATIC; k++) {
            long drawn = seed * 1_000_003 + k * 7919L;
            Chooser chooser =
                    switch (k % 5) {
                        case 0 -> Samplers.pct(drawn, 2, expectedSteps);
                        case 1 -> Samplers.random(drawn);
                        case 2 -> Samplers.holdBack(drawn, true);
                        case 3 -> Samplers.pct(drawn, 3, expectedSteps);
                        default -> Samplers.partialOrder(drawn);
                    };
            broken = run(chooser, options, false);
        }
        return broken;
    }

    /** One wait after another wakes without a signal; then two of different threads do in one run. */
    private Optional<Broken> spuriousWakeUps() {
        List<Execution.SpuriousWait> seen = List.copyOf(waits);
        List<Execution.SpuriousWait> some = seen.subList(0, Math.min(MAX_SPURIOUS_VARIANTS, seen.size()));
        List<Set<Execution.SpuriousWait>> variants = new ArrayList<>();
        some.forEach(wait -> variants.add(Set.of(wait)));
        for (Execution.SpuriousWait one : some) {
            for (Execution.SpuriousWait other : some) {
                if (one.thread() < other.thread() && variants.size() < some.size() + MAX_SPURIOUS_PAIRS) {
                    variants.add(Set.of(one, other));
                }
            }
        }
        int share = variants.isEmpty() ? 0 : Math.max(20, budget / 4 / variants.size());
        circumstances.add(Trait.NEEDS_SPURIOUS_WAKEUP);
        for (Set<Execution.SpuriousWait> variant : variants) {
            Options options = ideal.withSpurious(variant);
            mostCost = cost + COST_WITH_A_SPURIOUS_WAKEUP;
            Optional<Broken> broken =
                    searches == Searches.RANDOM
                            ? sample(options, runs + share)
                            : walk(new TreeSearch(TreeSearch.Mode.SOURCE_DPOR, 0), options, runs + share).broken;
            if (broken.isPresent()) {
                return broken;
            }
        }
        circumstances.remove(Trait.NEEDS_SPURIOUS_WAKEUP);
        return Optional.empty();
    }

    /**
     * Input and output took part: no search is possible, because the same choices need not lead to the same run. A few runs with
     * different choosers are made, all of them whatever they show, and the gravest failure is taken: so that the verdict does
     * not hang on which run happened to see what.
     */
    private Optional<Broken> observe(Options options, Optional<Broken> before) {
        Broken gravest = before.orElse(null);
        int limit = Math.max(runs, Math.min(budget, runs + OBSERVED_RUNS));
        for (int k = 0; runs < limit; k++) {
            long drawn = seed * 1_000_003 + k * 7919L;
            Chooser chooser =
                    switch (k % 4) {
                        case 0 -> k == 0 ? Samplers.fair() : Samplers.early(Samplers.random(drawn));
                        case 1 -> Samplers.early(Samplers.holdBack(drawn, k > 1));
                        case 2 -> Samplers.early(Samplers.gather(drawn));
                        default -> Samplers.early(k > 8 ? Samplers.pct(drawn, 2, expectedSteps) : Samplers.gather(drawn));
                    };
            Execution execution = execute(chooser, options, true);
            if (k == 0 && execution.startedAProcess()) {
                limit = Math.min(limit, runs - 1 + OBSERVED_RUNS_WITH_PROCESSES);
            }
            Broken broken = broken(execution, options).orElse(null);
            if (broken != null && (gravest == null || broken.failure.kind().compareTo(gravest.failure.kind()) <= 0)) {
                gravest = broken;
            }
        }
        return Optional.ofNullable(gravest);
    }

    // ---- one run

    private Optional<Broken> run(Chooser chooser, Options options, boolean recording) {
        Execution execution = execute(chooser, options, recording);
        if (execution.ending() instanceof Ending.Diverged) {
            throw new Unjudged("the schedule does not fit this program: it was made with another version of it");
        }
        return broken(execution, options);
    }

    /** A pass in which no run came to its end would say nothing. */
    private Exploration.Result passed() {
        return ended > 0
                ? new Exploration.Passed()
                : new Exploration.NotJudged("every run took more than " + maxSteps + " steps");
    }

    private Execution execute(Chooser chooser, Options options, boolean recording) {
        Execution execution = runner.run(chooser, options, recording);
        if (execution.ending() instanceof Ending.Unjudged unjudged) {
            throw new Unjudged(unjudged.reason());
        }
        runs++;
        ended += execution.ending() instanceof Ending.Completed ? 1 : 0;
        steps += execution.steps().size();
        cost += execution.steps().size() + execution.work() / WORK_FOR_A_STEP;
        for (Step step : execution.steps()) {
            fingerprint = fingerprint * 31 + step.thread();
        }
        mostThreads = Math.max(mostThreads, execution.threads().size());
        expectedSteps = Math.max(10, execution.steps().size());
        outside |= execution.outsideSeen();
        slept |= execution.slept();
        waitersLookedAt |= execution.waitersLookedAt();
        waits.addAll(execution.waitsSeen());
        return execution;
    }

    private Optional<Broken> broken(Execution execution, Options options) {
        List<String> races = execution.races();
        if (!races.isEmpty()) {
            String message = races.get(0) + (races.size() > 1 ? " (and " + (races.size() - 1) + " more)" : "");
            if (execution.ending() instanceof Ending.Failed failed) {
                message += "\nand then: " + failed.failure().message();
            }
            return Optional.of(
                    new Broken(
                            execution,
                            options,
                            new Failure(Failure.Kind.DATA_RACE, circumstances, message, Optional.empty())));
        }
        if (execution.ending() instanceof Ending.Failed failed) {
            return Optional.of(new Broken(execution, options, failed.failure()));
        }
        return Optional.empty();
    }

    // ---- from a broken run to a counterexample

    private Counterexample explain(Broken found) {
        if (outside) {
            return counterexample(found);
        }
        Broken best = found;
        if (!found.options.inStep() && found.execution.steps().size() <= found.options.maxSteps()) {
            best =
                    found.failure.kind() == Failure.Kind.DATA_RACE
                            ? withDamage(found).orElse(found)
                            : withFewerPreemptions(found).orElse(found);
        }
        Execution again = execute(Samplers.replay(schedule(best), best.options.inStep()), best.options, true);
        Optional<Broken> repeated = broken(again, best.options);
        if (repeated.isEmpty() || repeated.get().failure.kind() != best.failure.kind()) {
            throw new Unjudged("a run broke the program (" + best.failure.message() + ") but could not be repeated");
        }
        // The repeated run was recorded: its words tell objects of one class apart.
        Failure failure = best.options.promoted().isEmpty() ? repeated.get().failure : best.failure;
        return counterexample(new Broken(again, best.options, failure));
    }

    private Counterexample counterexample(Broken broken) {
        Set<Trait> traits = new HashSet<>(circumstances);
        if (broken.execution.recorder() == null) {
            return new Counterexample(
                    schedule(broken), withTraits(broken.failure, traits), new Interleaving(names(broken.execution), List.of()));
        }
        if (broken.failure.kind() == Failure.Kind.ASSERTION || broken.failure.kind() == Failure.Kind.EXCEPTION) {
            traits.addAll(broken.execution.recorder().traits());
        }
        return new Counterexample(
                schedule(broken),
                withTraits(broken.failure, traits),
                broken.execution.recorder().interleaving(broken.execution.threads()));
    }

    private static List<String> names(Execution execution) {
        return execution.threads().stream().map(t -> t.name()).toList();
    }

    private static Failure withTraits(Failure failure, Set<Trait> more) {
        Set<Trait> traits = new HashSet<>(failure.traits());
        traits.addAll(more);
        return new Failure(failure.kind(), traits, failure.message(), failure.error());
    }

    private static Schedule schedule(Broken broken) {
        long length = broken.execution.steps().size();
        if (broken.options.inStep() && broken.failure.kind() == Failure.Kind.NO_PROGRESS) {
            length = 0; // the option says it all
        } else if (length > broken.options.maxSteps()) {
            length = BEGINNING_OF_A_FAIR_RUN; // only a fair run gets so long, and what follows the end of a schedule is fair
        }
        return new Schedule(
                broken.options.text(), broken.execution.steps().stream().limit(length).mapToInt(Step::thread).toArray());
    }

    /** Makes the racy accesses scheduling points and looks for a run in which the race does visible harm. */
    private Optional<Broken> withDamage(Broken race) {
        Set<String> sites = new HashSet<>(race.execution.raceSites());
        if (sites.isEmpty() || sites.stream().anyMatch(s -> s.contains(",") || s.contains("~"))) {
            return Optional.empty();
        }
        Options options = race.options.withPromoted(sites);
        for (int k = 0; k < DAMAGE_RUNS; k++) {
            long drawn = seed + k * 7919L;
            Chooser chooser =
                    k == 0
                            ? Samplers.fair()
                            : k % 3 == 1
                                    ? Samplers.holdBack(drawn, k > 1)
                                    : k % 3 == 2 ? Samplers.pct(drawn, 2, expectedSteps) : Samplers.random(drawn);
            Execution execution = execute(chooser, options, false);
            if (execution.ending() instanceof Ending.Failed failed && !execution.races().isEmpty()) {
                String message = race.execution.races().get(0) + "\nWhat it does here: " + failed.failure().message();
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
        int had = preemptions(found.execution);
        for (int bound = 0; bound < Math.min(3, had); bound++) {
            TreeSearch tree = new TreeSearch(TreeSearch.Mode.BOUNDED, bound);
            int limit = runs + MINIMISING_RUNS;
            while (runs < limit) {
                Execution execution = execute(tree.next(), found.options, false);
                Optional<Broken> broken = broken(execution, found.options);
                if (broken.isPresent()) {
                    if (same(broken.get().failure, found.failure)) {
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

    private static boolean same(Failure a, Failure b) {
        return a.kind() == b.kind()
                && a.traits().equals(b.traits())
                && a.error().map(Object::getClass).equals(b.error().map(Object::getClass));
    }

    private static int preemptions(Execution execution) {
        int count = 0;
        for (Step step : execution.steps()) {
            if (step.previousEnabled() && step.thread() != step.previous()) {
                count++;
            }
        }
        return count;
    }
}
