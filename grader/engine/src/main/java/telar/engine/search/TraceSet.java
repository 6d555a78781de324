package telar.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Location;
import telar.engine.runtime.Step;

/** The set of happens-before orders that a search has seen: equal sets mean that two searches cover the same. */
final class TraceSet {
    private final TreeSet<Long> hashes = new TreeSet<>();

    void add(Execution execution) {
        hashes.add(hash(execution));
    }

    TreeSet<Long> hashes() {
        return hashes;
    }

    /** Equal for executions that differ only in the order of unrelated steps. */
    static long hash(Execution execution) {
        List<Step> steps = execution.steps();
        int threads = execution.threads().size();
        int[][] now = new int[threads][threads];
        int[][] clocks = new int[steps.size()][];
        boolean[] begun = new boolean[threads];
        Map<Location, List<int[]>> touches = new IdentityHashMap<>();
        long hash = 0;
        for (int j = 0; j < steps.size(); j++) {
            Step step = steps.get(j);
            int p = step.thread();
            if (!begun[p]) {
                begun[p] = true;
                int born = execution.threads().get(p).born();
                if (born >= 0 && clocks[born] != null) {
                    max(now[p], clocks[born]);
                }
            }
            if (step.barrier()) {
                for (int[] clock : now) {
                    max(now[p], clock);
                }
                for (int[] clock : now) {
                    max(clock, now[p]);
                }
            }
            for (int x = 0; x < step.accesses(); x++) {
                List<int[]> earlier = touches.computeIfAbsent(step.location(x), l -> new ArrayList<>());
                for (int[] touch : earlier) {
                    boolean commute = Step.readOnly((byte) touch[1]) && Step.readOnly(step.kind(x));
                    if (!commute && touch[0] != j) {
                        max(now[p], clocks[touch[0]]);
                    }
                }
                earlier.add(new int[] {j, step.kind(x)});
            }
            now[p][p]++;
            clocks[j] = now[p].clone();
            long mixed = p * 31L + step.site();
            mixed = mixed * 1_000_003 + Arrays.hashCode(clocks[j]);
            mixed *= 0x9E3779B97F4A7C15L;
            hash += mixed ^ mixed >>> 29;
        }
        return hash;
    }

    private static void max(int[] into, int[] other) {
        for (int i = 0; i < other.length; i++) {
            into[i] = Math.max(into[i], other[i]);
        }
    }
}
