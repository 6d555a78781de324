package telar.engine.search;

import java.util.Optional;
import telar.engine.Exploration;
import telar.engine.Failure.Trait;
import telar.engine.Program;
import telar.engine.Scenario;
import telar.engine.Schedule;
import telar.engine.Strength;
import telar.engine.Time;
import telar.engine.runtime.Hooks;
import telar.engine.runtime.Options;

/**
 * One exploration: a {@link Search}, and the same with hesitant threads, early sleepers and spurious wake-ups where asked for or
 * possible. The first failure ends it, and is explained.
 *
 * <p>Not thread-safe; {@link #explore} and {@link #replay} take turns within the JVM, because one execution runs at a time.
 */
public final class Portfolio {
    /** One exploration at a time: hooks find the current thread in a static field. */
    private static final Object TURN = new Object();

    /** Which searches take part. All do, except where they are compared. */
    enum Searches {
        ALL,
        SYSTEMATIC,
        RANDOM
    }

    private final Runs runs;
    private final Search search;
    private final Explainer explainer;
    private final Time time;
    private final int budget;
    private final Options usual;

    public Portfolio(Program program, Scenario scenario, Time time, int budget, int maxSteps, long seed) {
        this(program, scenario, time, budget, Options.ideal(maxSteps, seed), Searches.ALL);
    }

    /** @param ideal how runs are made where nothing special is tried */
    Portfolio(Program program, Scenario scenario, Time time, int budget, Options ideal, Searches searches) {
        this.runs = new Runs(new Runner(program, scenario));
        this.search = new Search(runs, searches, ideal);
        this.explainer = new Explainer(runs, ideal.seed());
        this.time = time;
        this.budget = Math.max(1, budget);
        this.usual = ideal;
    }

    public Exploration explore() {
        synchronized (TURN) {
            Hooks.forgetOffsets();
            try {
                return searchAll();
            } catch (Unjudged e) {
                return result(Strength.of(Strength.Kind.SAMPLED), new Exploration.NotJudged(e.getMessage() + covered()));
            }
        }
    }

    /** What an exploration that broke off had covered. */
    private String covered() {
        return " after " + runs.made() + (runs.made() == 1 ? " run" : " runs") + " in which nothing had broken";
    }

    public Exploration replay(Schedule schedule) {
        synchronized (TURN) {
            Hooks.forgetOffsets();
            Options options = Options.parse(schedule.options(), Math.max(usual.maxSteps(), schedule.length()), usual.seed());
            try {
                Optional<Broken> broken = runs.run(Samplers.replay(schedule, options.inStep()), options, true);
                if (broken.isPresent()) {
                    return result(
                            Strength.of(Strength.Kind.SAMPLED),
                            new Exploration.Failed(explainer.counterexample(broken.get())));
                }
                return result(search.strengthOfSingleRuns(), new Exploration.Passed());
            } catch (Unjudged e) {
                return result(Strength.of(Strength.Kind.SAMPLED), new Exploration.NotJudged(e.getMessage()));
            }
        }
    }

    private Exploration result(Strength strength, Exploration.Result result) {
        return new Exploration(strength, runs.made(), runs.steps(), runs.fingerprint(), result);
    }

    // ---- the order of the searches

    private Exploration searchAll() {
        Options ideal = usual;
        int idealBudget = time == Time.ADVERSARIAL ? Math.max(1, budget / 2) : budget;
        Search.Found found = search.search(ideal, idealBudget);
        if (found.broken().isEmpty() && runs.waitersLookedAt() && !runs.outside()) {
            ideal = ideal.withHesitant();
            found = search.search(ideal, runs.made() + idealBudget);
        }
        Optional<Broken> broken = found.broken();
        Strength strength = found.strength();
        if (runs.outside()) {
            broken = new Observation(runs, budget, ideal.seed()).observe(ideal, broken);
            strength = search.strengthOfSingleRuns();
        }
        // Where every interleaving has been tried and nobody slept, nobody can wake early.
        boolean awake = strength.kind() == Strength.Kind.ALL && !runs.slept();
        if (broken.isEmpty() && time == Time.ADVERSARIAL && !runs.outside() && !awake) {
            runs.circumstances().add(Trait.DEPENDS_ON_SLEEP);
            broken = search.search(ideal.withAdversarial(), budget).broken();
            strength = weaker(strength, Strength.of(Strength.Kind.SAMPLED));
            if (broken.isEmpty()) {
                runs.circumstances().clear();
            }
        }
        if (broken.isEmpty() && !runs.outside()) {
            broken = new SpuriousWakeUps(runs, search).search(ideal, budget);
        }
        if (broken.isPresent()) {
            return result(strength, new Exploration.Failed(explainer.explain(broken.get())));
        }
        int counted = strength.kind() == Strength.Kind.ALL ? found.interleavings() : runs.made() - runs.cut();
        return new Exploration(strength, counted, runs.steps(), runs.fingerprint(), passed());
    }

    private static Strength weaker(Strength a, Strength b) {
        return a.kind().compareTo(b.kind()) >= 0 ? a : b;
    }

    /** A pass in which no run came to its end would say nothing. */
    private Exploration.Result passed() {
        return runs.anyEnded()
                ? new Exploration.Passed()
                : new Exploration.NotJudged("every run took more than " + usual.maxSteps() + " steps");
    }
}
