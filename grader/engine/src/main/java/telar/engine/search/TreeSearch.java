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
 * complete within its number of preemptions. The tests hold both against a search that changes every choice.
 */
final class TreeSearch {
    /** How the search decides what to change. */
    enum Mode {
        SOURCE_DPOR,
        BOUNDED
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
    private final TraceSet traces = new TraceSet();

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

    /**
     * How many interleavings the runs were that went to their end, up to the order of unrelated steps. A few of them may have been
     * seen twice under {@link Mode#SOURCE_DPOR}, because footprints are compared conservatively.
     */
    int interleavings() {
        return traces.size();
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
        if (execution.threads().size() > MAX_THREADS || steps.size() > MAX_STEPS) {
            given = true;
            return false;
        }
        if (mode == Mode.SOURCE_DPOR && !redundant) {
            traces.add(execution);
        }
        chooser.propagate(execution, steps.size());
        for (int i = path.size(); i < steps.size(); i++) {
            int before = i == 0 ? 0 : path.get(i - 1).preemptions(path.get(i - 1).chosen);
            Node node = new Node(steps.get(i), before);
            if (mode == Mode.SOURCE_DPOR) {
                node.sleeping = chooser.sleepingAt.getOrDefault(i, List.of());
            }
            path.add(node);
        }
        new RaceAnalysis(execution, path, mode == Mode.SOURCE_DPOR, redundant).run();
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
                if (mode == Mode.BOUNDED && node.preemptions(thread) > bound) {
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
