package telar.engine.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Execution;
import telar.engine.runtime.LogicalThread;
import telar.engine.runtime.Step;

/**
 * A systematic search over schedules, depth first: run, learn which earlier choices are worth changing, change the last one.
 *
 * <p>{@link Mode#SOURCE_DPOR} is dynamic partial-order reduction with source sets and sleep sets (Abdulla, Aronis, Jonsson,
 * Sagonas, 2014; Godefroid, 1996); {@link Mode#BOUNDED} is bounded partial-order reduction (Coons, Musuvathi, McKinley, 2013),
 * complete within its number of preemptions; {@link Mode#EVERYTHING} changes every choice and serves as the oracle for the others.
 */
final class TreeSearch {
    /** How the search decides what to change. */
    enum Mode {
        SOURCE_DPOR,
        BOUNDED,
        EVERYTHING
    }

    /** Only the first 64 threads have a bit. */
    static final int MAX_THREADS = 64;

    /** Beyond this length a run is not analysed: the analysis grows faster than the run. */
    static final int MAX_STEPS = 3_000;

    private final Mode mode;
    private final int bound;
    private final List<Node> path = new ArrayList<>();
    private SleepSetChooser chooser;
    private boolean cutByBound;
    private boolean complete;
    private boolean given;
    private int interleavings;

    TreeSearch(Mode mode, int bound) {
        this.mode = mode;
        this.bound = bound;
    }

    /** The schedule to run next. */
    Chooser next() {
        chooser = new SleepSetChooser();
        return chooser;
    }

    /** Whether everything (within the bound) has been tried. */
    boolean complete() {
        return complete;
    }

    /** How many runs went to their end; each is another interleaving under {@link Mode#SOURCE_DPOR}. */
    int interleavings() {
        return interleavings;
    }

    /** Whether there are schedules beyond the bound. */
    boolean cutByBound() {
        return cutByBound;
    }

    /** Whether it met something it cannot analyse; then it is never complete. */
    boolean gaveUp() {
        return given;
    }

    /**
     * Learns from the run just made.
     *
     * @return whether there is another schedule to try
     */
    boolean learn(Execution execution, boolean redundant) {
        List<Step> steps = execution.steps();
        interleavings += redundant ? 0 : 1;
        if (execution.threads().size() > MAX_THREADS || steps.size() > MAX_STEPS) {
            given = true;
            return false;
        }
        chooser.propagate(execution, steps.size());
        for (int i = path.size(); i < steps.size(); i++) {
            int before = i == 0 ? 0 : path.get(i - 1).preemptions(path.get(i - 1).chosen);
            Node node = new Node(steps.get(i), before);
            if (mode == Mode.EVERYTHING) {
                node.backtrack = node.enabled;
            }
            if (mode == Mode.SOURCE_DPOR) {
                node.sleeping = chooser.sleepingAt.getOrDefault(i, List.of());
            }
            path.add(node);
        }
        if (mode != Mode.EVERYTHING) {
            new RaceAnalysis(execution, path, mode == Mode.SOURCE_DPOR, redundant).run();
        }
        return changeLastChoice(steps);
    }

    private boolean changeLastChoice(List<Step> steps) {
        while (!path.isEmpty()) {
            Node node = path.get(path.size() - 1);
            long candidates = node.backtrack & ~node.done & node.enabled;
            if (mode == Mode.SOURCE_DPOR) {
                candidates &= ~node.sleepingThreads();
            }
            while (candidates != 0) {
                int thread = Long.numberOfTrailingZeros(candidates);
                candidates &= candidates - 1;
                node.done |= 1L << thread;
                if (mode != Mode.SOURCE_DPOR && node.preemptions(thread) > bound) {
                    cutByBound = true;
                    continue;
                }
                if (mode == Mode.SOURCE_DPOR) {
                    node.doneFootprints.add(new Footprint(steps.get(path.size() - 1)));
                }
                node.chosen = thread;
                return true;
            }
            path.remove(path.size() - 1);
        }
        complete = true;
        return false;
    }

    /** Follows the path, then goes in turn without waking sleeping threads; gives up when only sleeping ones are left. */
    private final class SleepSetChooser implements Chooser {
        private List<Footprint> sleeping = List.of();
        private int propagated;
        private final Map<Integer, List<Footprint>> sleepingAt = new HashMap<>();

        SleepSetChooser() {
            int last = path.size() - 1;
            propagated = Math.max(0, last);
            if (last >= 0 && mode == Mode.SOURCE_DPOR) {
                Node node = path.get(last);
                sleeping = new ArrayList<>(node.sleeping);
                sleeping.addAll(node.doneFootprints);
            }
        }

        void propagate(Execution execution, int upTo) {
            for (; propagated < upTo; propagated++) {
                if (!sleeping.isEmpty()) {
                    Step step = execution.steps().get(propagated);
                    List<Footprint> still = new ArrayList<>();
                    for (Footprint footprint : sleeping) {
                        if (!footprint.dependsOn(step)) {
                            still.add(footprint);
                        }
                    }
                    sleeping = still;
                }
                sleepingAt.put(propagated + 1, sleeping);
            }
        }

        @Override
        public boolean wantsForcedChoices() {
            return true;
        }

        @Override
        public int choose(
                Execution execution, LogicalThread current, List<LogicalThread> enabled, boolean yielding) {
            int index = execution.steps().size();
            if (index < path.size()) {
                int planned = path.get(index).chosen;
                for (LogicalThread thread : enabled) {
                    if (thread.id() == planned) {
                        return planned;
                    }
                }
                return DIVERGED;
            }
            propagate(execution, index);
            if (sleeping.isEmpty()) {
                return Chooser.inTurn(execution, current, enabled, yielding);
            }
            List<LogicalThread> awake = new ArrayList<>();
            for (LogicalThread thread : enabled) {
                boolean asleep = false;
                for (Footprint footprint : sleeping) {
                    asleep |= footprint.thread == thread.id();
                }
                if (!asleep) {
                    awake.add(thread);
                }
            }
            return awake.isEmpty() ? REDUNDANT : Chooser.inTurn(execution, current, awake, yielding);
        }
    }
}
