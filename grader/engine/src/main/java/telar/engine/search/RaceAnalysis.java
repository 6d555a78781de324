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

    RaceAnalysis(Execution execution, List<Node> path, boolean source, boolean redundant) {
        this.execution = execution;
        this.steps = execution.steps();
        this.pending = redundant ? List.of() : execution.pendingSteps();
        this.path = path;
        this.source = source;
        this.threads = execution.threads().size();
        this.clocks = new int[steps.size()][];
    }

    private record Touch(int step, byte kind) {}

    void run() {
        int n = steps.size();
        int[][] now = new int[threads][threads];
        for (int[] clock : now) {
            Arrays.fill(clock, -1);
        }
        // What a thread had seen at its last step: where it has waited since, its next one could have come before a barrier.
        int[][] own = new int[threads][];
        boolean[] begun = new boolean[threads];
        Map<Location, List<Touch>> touches = new IdentityHashMap<>();
        // Operations that never came to run count as last steps: two of them may still be in a race with an earlier one.
        for (int j = 0; j < n + pending.size(); j++) {
            boolean virtual = j >= n;
            Step step = virtual ? pending.get(j - n) : steps.get(j);
            int p = step.thread();
            if (!begun[p]) {
                begun[p] = true;
                int born = execution.threads().get(p).born();
                if (born >= 0 && born < n && clocks[born] != null) {
                    max(now[p], clocks[born]);
                    own[p] = clocks[born];
                }
            }
            boolean couldComeBefore = own[p] != null && !step.wokenByClock();
            if (step.barrier()) {
                for (int[] other : now) {
                    max(now[p], other);
                }
                for (int[] other : now) {
                    max(other, now[p]);
                }
            }
            int[] before = couldComeBefore ? own[p] : now[p].clone();
            int[] clock = before.clone();
            for (int x = 0; x < step.accesses(); x++) {
                Location location = step.location(x);
                byte kind = step.kind(x);
                List<Touch> earlier = touches.get(location);
                if (earlier == null) {
                    if (virtual) {
                        continue;
                    }
                    touches.put(location, earlier = new ArrayList<>(4));
                }
                compare(j, step, kind, earlier, before, clock);
                if (!virtual) {
                    Touch last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
                    if (last == null || last.step() != j || last.kind() != kind) {
                        earlier.add(new Touch(j, kind));
                    }
                }
            }
            if (!virtual) {
                max(now[p], clock);
                now[p][p] = j;
                clocks[j] = now[p].clone();
                own[p] = clocks[j];
            }
        }
    }

    private void compare(int j, Step step, byte kind, List<Touch> earlier, int[] before, int[] clock) {
        int p = step.thread();
        boolean raced = false;
        for (int y = earlier.size() - 1; y >= 0; y--) {
            Touch touch = earlier.get(y);
            int i = touch.step();
            if (i == j || Step.readOnly(touch.kind()) && Step.readOnly(kind)) {
                continue;
            }
            int q = steps.get(i).thread();
            boolean reversible =
                    q != p
                            && i > before[q]
                            && !raced
                            && touch.kind() != Step.RELEASE
                            && kind != Step.RELEASE
                            && kind != Step.AWAIT;
            if (reversible) {
                boolean settled = mark(clock, i, j, p, before[p], step.wholeCall());
                if (!Step.readOnly(touch.kind()) && settled) {
                    raced = true;
                }
            }
            if (clocks[i] != null) {
                max(clock, clocks[i]);
            }
            if (touch.kind() == Step.WRITE && !step.wholeCall()) {
                break;
            }
        }
    }

    /**
     * Marks node i so that step j's thread, or another one that can begin what comes after i without i, is tried there.
     *
     * @return true when the pair was reversible where it stands: the search for earlier ones may stop
     */
    private boolean mark(int[] clockOfJ, int i, int j, int p, int lastOfP, boolean wholeCall) {
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
        if (after.isEmpty() && !enabled) {
            return false; // p stands blocked in front of i with the same operation: i enabled it, not reversible
        }
        if (source) {
            long initials = initials(after, clockOfJ, p);
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
            while (start > 0 && steps.get(start - 1).thread() == threadOfI) {
                start--;
            }
            if (start != i) {
                path.get(start).add(p);
            }
        }
        return direct && enabled || !wholeCall;
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
