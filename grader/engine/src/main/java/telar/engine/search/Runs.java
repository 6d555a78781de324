package telar.engine.search;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import telar.engine.Failure.Trait;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Ending;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Options;
import telar.engine.runtime.Step;

/** Makes the runs of one exploration, and keeps account of all of them. */
final class Runs {
    /** A step costs 1; of what is done between steps, so much costs 1; and another thread's turn costs so much more than a step. */
    private static final long WORK_FOR_A_STEP = 100;

    private static final long TURN = 3;

    /** So many threads make every step cost 1 more: each step looks at all of them. */
    private static final int THREADS_FOR_A_STEP = 16;

    private final Runner runner;
    private int made;
    private int ended;
    private int cut;
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

    /** What is special about the runs that are made now. */
    private final Set<Trait> circumstances = new HashSet<>();

    Runs(Runner runner) {
        this.runner = runner;
    }

    // ---- making them

    /**
     * Makes a run.
     *
     * @throws Unjudged if nothing can be said of the program
     */
    Execution execute(Chooser chooser, Options options, boolean recording) {
        Execution execution = runner.run(chooser, options, recording);
        if (execution.ending() instanceof Ending.Unjudged unjudged) {
            throw new Unjudged(unjudged.reason());
        }
        made++;
        ended += execution.ending() instanceof Ending.Completed ? 1 : 0;
        cut += execution.ending() instanceof Ending.Cut ? 1 : 0;
        steps += execution.steps().size();
        long turns = 0;
        for (Step step : execution.steps()) {
            fingerprint = fingerprint * 31 + step.thread();
            turns += step.thread() == step.previous() ? 0 : 1;
        }
        long perStep = 1 + execution.threads().size() / THREADS_FOR_A_STEP;
        cost += execution.steps().size() * perStep + turns * TURN + execution.work() / WORK_FOR_A_STEP;
        mostThreads = Math.max(mostThreads, execution.threads().size());
        expectedSteps = Math.max(10, execution.steps().size());
        outside |= execution.outsideSeen();
        slept |= execution.slept();
        waitersLookedAt |= execution.waitersLookedAt();
        waits.addAll(execution.waitsSeen());
        return execution;
    }

    /** Makes a run and says whether it broke the program. */
    Optional<Broken> run(Chooser chooser, Options options, boolean recording) {
        Execution execution = execute(chooser, options, recording);
        if (execution.ending() instanceof Ending.Diverged) {
            throw new Unjudged("the schedule does not fit this program: it was made with another version of it");
        }
        return broken(execution, options);
    }

    Optional<Broken> broken(Execution execution, Options options) {
        return Broken.of(execution, options, circumstances);
    }

    Set<Trait> circumstances() {
        return circumstances;
    }

    // ---- how many there may be

    /** From here on, runs may cost so much together. */
    void mayCost(long more) {
        mostCost = cost + more;
    }

    /** Whether another run may be made: so many at most, and no more once they have cost very much together. */
    boolean goOn(int limit) {
        return made < limit && cost < mostCost;
    }

    // ---- the account

    int made() {
        return made;
    }

    /** How many of them took more steps than they may, and so say nothing. */
    int cut() {
        return cut;
    }

    /** Whether any run came to its end. */
    boolean anyEnded() {
        return ended > 0;
    }

    long steps() {
        return steps;
    }

    /** A hash over the schedules of all. */
    long fingerprint() {
        return fingerprint;
    }

    /** Whether any run had more than one thread. */
    boolean anyConcurrent() {
        return mostThreads > 1;
    }

    /** Steps of the latest run, which the next one is likely to take too. */
    int expectedSteps() {
        return expectedSteps;
    }

    /** Whether real input or output took part in any. */
    boolean outside() {
        return outside;
    }

    /** Whether anybody slept in any. */
    boolean slept() {
        return slept;
    }

    /** Whether the program asked in any whether another thread waits. */
    boolean waitersLookedAt() {
        return waitersLookedAt;
    }

    /** Waits that could have woken without a signal, in the order in which they were seen. */
    List<Execution.SpuriousWait> waits() {
        return List.copyOf(waits);
    }
}
