package telar.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Location;
import telar.engine.runtime.Step;

/**
 * Finds pairs of dependent steps of a run that could also come in the other order, and marks the earlier one's node for
 * backtracking. A "race" here is such a pair, not a data race.
 */
final class RaceAnalysis {
    private final List<Step> steps;
    private final List<Step> pending;
    private final List<Node> path;
    private final boolean source;
    private final Execution execution;
    private final int threads;

    /** For every step, by thread: the last step of that thread ordered before it or equal to it; -1 for none. */
    private final int[][] clocks;

    /** For every thread, the same as of its last step so far. */
    private final int[][] now;

    private final boolean[] begun;
    private final Map<Location, History> histories = new IdentityHashMap<>();

    /** How many steps have been looked at. */
    private int analysed;

    RaceAnalysis(Execution execution, List<Node> path, boolean source, boolean redundant) {
        this.execution = execution;
        this.steps = execution.steps();
        this.pending = execution.pendingSteps();
        this.path = path;
        this.source = source;
        this.threads = execution.threads().size();
        this.clocks = new int[steps.size()][];
        this.now = new int[threads][threads];
        this.begun = new boolean[threads];
    }

    private record Touch(int step, byte kind) {}

    /** What has happened at one location so far. */
    private static final class History {
        static final History NONE = new History();

        final List<Touch> touches = new ArrayList<>(4);

        /** Those of the first 64 threads that touched it. */
        long threads;

        void add(Touch touch, int thread) {
            touches.add(touch);
            threads |= 1L << thread;
        }
    }

    void run() {
        for (int[] clock : now) {
            Arrays.fill(clock, -1);
        }
        for (int j = 0; j < steps.size(); j++) {
            // When the clock moves, everybody waits, and what comes after is ordered after everything before. But what a thread
            // stood in front of then could have come earlier: it is looked at as if it were the last step before the move. So is
            // a call that an interrupt ended.
            execution.pendingBefore(j).forEach(this::comparePending);
            Step step = steps.get(j);
            int p = step.thread();
            begin(p);
            if (step.barrier()) {
                for (int[] other : now) {
                    max(now[p], other);
                }
                for (int[] other : now) {
                    max(other, now[p]);
                }
            }
            int[] before = now[p].clone();
            order(step, now[p]);
            for (int x = 0; x < step.accesses(); x++) {
                byte kind = step.kind(x);
                History history = histories.computeIfAbsent(step.location(x), l -> new History());
                compare(j, step, kind, history, before, now[p]);
                List<Touch> earlier = history.touches;
                Touch last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
                if (last == null || last.step() != j || last.kind() != kind) {
                    history.add(new Touch(j, kind), p);
                }
            }
            now[p][p] = j;
            clocks[j] = now[p].clone();
            analysed = j + 1;
        }
        // Operations that never came to run count as last steps: two of them may still be in a race with an earlier one.
        pending.forEach(this::comparePending);
    }

    private void begin(int p) {
        if (begun[p]) {
            return;
        }
        begun[p] = true;
        int born = execution.threads().get(p).born();
        if (born >= 0 && born < steps.size() && clocks[born] != null) {
            max(now[p], clocks[born]);
        }
    }

    private void comparePending(Step step) {
        begin(step.thread());
        int[] before = now[step.thread()].clone();
        int[] clock = before.clone();
        order(step, clock);
        for (int x = 0; x < step.accesses(); x++) {
            History history = histories.get(step.location(x));
            if (history != null) {
                compare(analysed, step, step.kind(x), history, before, clock);
            }
        }
    }

    /** Adds to the clock what the step is ordered after: first all of it, because whether a pair can swap depends on the rest. */
    private void order(Step step, int[] clock) {
        for (int x = 0; x < step.accesses(); x++) {
            List<Touch> earlier = histories.getOrDefault(step.location(x), History.NONE).touches;
            for (int y = earlier.size() - 1; y >= 0; y--) {
                Touch touch = earlier.get(y);
                if (!Step.readOnly(touch.kind()) || !Step.readOnly(step.kind(x))) {
                    max(clock, clocks[touch.step()]);
                }
                if (!Step.readOnly(touch.kind())) {
                    break; // ordered after all before it
                }
            }
        }
    }

    private void compare(int j, Step step, byte kind, History history, int[] before, int[] clock) {
        int p = step.thread();
        boolean raced = false;
        int settled = settled(history, before, p);
        List<Touch> earlier = history.touches;
        for (int y = earlier.size() - 1; y >= 0 && !raced; y--) {
            Touch touch = earlier.get(y);
            int i = touch.step();
            if (i <= settled) {
                break;
            }
            if (i == j || Step.readOnly(touch.kind()) && Step.readOnly(kind)) {
                continue;
            }
            int q = steps.get(i).thread();
            boolean reversible =
                    q != p
                            && i > before[q]
                            && touch.kind() != Step.RELEASE
                            && kind != Step.RELEASE
                            && kind != Step.AWAIT;
            if (reversible) {
                boolean found = mark(clock, i, j, step, before[p]);
                // Without a bound, earlier ones are found once this one has come in the other order; within a bound, the way there
                // may cost too many preemptions.
                raced = source && found && !Step.readOnly(touch.kind());
            }
            if (touch.kind() == Step.WRITE && !step.wholeCall()) {
                break;
            }
        }
    }

    /** The last step up to which all that other threads have done at a location was ordered before what thread p does now. */
    private static int settled(History history, int[] before, int p) {
        int least = Integer.MAX_VALUE;
        for (long others = history.threads & ~(1L << p); others != 0; others &= others - 1) {
            least = Math.min(least, before[Long.numberOfTrailingZeros(others)]);
        }
        return least;
    }

    /**
     * Marks node i so that the thread of step j, or another one that can begin what comes after i without i, is tried there.
     *
     * @param other step j
     * @param lastOfP the last step of its thread that step j is ordered after
     * @return true when the pair was reversible where it stands: the search for earlier ones may stop
     */
    private boolean mark(int[] clockOfJ, int i, int j, Step other, int lastOfP) {
        int p = other.thread();
        Node node = path.get(i);
        int threadOfI = steps.get(i).thread();
        int end = Math.min(j, steps.size());
        boolean direct = lastOfP < i;
        boolean enabled = (node.enabled & 1L << p) != 0;
        List<Integer> after = new ArrayList<>();
        for (int k = i + 1; k < end; k++) {
            if (clocks[k][threadOfI] < i) {
                after.add(k);
            }
        }
        if (after.isEmpty() && !enabled && !other.wakesInSeveralWays()) {
            return false; // p stands blocked in front of i with the same operation: i enabled it, not reversible
        }
        if (source) {
            long initials = initials(after, clockOfJ, p);
            // Before i, p's step may touch more than it did after i: an interrupted call does not look at its queue any more.
            if (other.wakesInSeveralWays() && after.stream().anyMatch(k -> node.triedAndConflictsWith(p, steps.get(k)))) {
                initials &= ~(1L << p);
            }
            long covered = node.backtrack | node.done | node.sleepingThreads();
            if ((initials & covered) == 0) {
                if ((initials & node.enabled & 1L << p) != 0) {
                    node.backtrack |= 1L << p;
                } else if ((initials & node.enabled) != 0) {
                    node.backtrack |= Long.lowestOneBit(initials & node.enabled);
                } else {
                    node.backtrack |= node.enabled;
                }
            }
        } else {
            node.add(p);
            int start = i;
            while (steps.get(start).previousEnabled() && steps.get(start).previous() == threadOfI) {
                start--; // as far back as another choice would have been a preemption
            }
            if (start != i) {
                path.get(start).add(p);
            }
        }
        return direct && enabled || !other.wholeCall();
    }

    /** The threads that can take the first step of {@code after} followed by step j of thread p. */
    private long initials(List<Integer> after, int[] clockOfJ, int p) {
        long initials = 0;
        long seen = 0;
        for (int x = 0; x < after.size(); x++) {
            int k = after.get(x);
            int thread = steps.get(k).thread();
            if ((seen & 1L << thread) != 0) {
                continue;
            }
            seen |= 1L << thread;
            boolean first = !steps.get(k).barrier();
            for (int y = 0; y < x && first; y++) {
                first = clocks[k][steps.get(after.get(y)).thread()] < after.get(y);
            }
            if (first || x == 0) {
                initials |= 1L << thread;
            }
        }
        if ((seen & 1L << p) == 0) {
            boolean first = true;
            for (int k : after) {
                first &= clockOfJ[steps.get(k).thread()] < k;
            }
            if (first) {
                initials |= 1L << p;
            }
        }
        return initials;
    }

    private static void max(int[] into, int[] other) {
        for (int i = 0; i < other.length; i++) {
            if (other[i] > into[i]) {
                into[i] = other[i];
            }
        }
    }
}
