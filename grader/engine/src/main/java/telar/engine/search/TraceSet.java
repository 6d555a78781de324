package telar.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Location;
import telar.engine.runtime.LogicalThread;
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

    int size() {
        return hashes.size();
    }

    /** What steps on a location later in a run are ordered after: one that reads only after the writes, another after all. */
    private static final class Touched {
        final int[] byWrites;
        final int[] byAll;

        Touched(int threads) {
            byWrites = new int[threads];
            byAll = new int[threads];
        }
    }

    /** Equal for executions that differ only in the order of unrelated steps. */
    static long hash(Execution execution) {
        List<Step> steps = execution.steps();
        int threads = execution.threads().size();
        int[][] now = new int[threads][threads];
        int[][] atBirth = new int[threads][];
        Map<Integer, List<Integer>> births = new HashMap<>();
        for (LogicalThread thread : execution.threads()) {
            births.computeIfAbsent(thread.born(), step -> new ArrayList<>()).add(thread.id());
        }
        Map<Location, Touched> touched = new IdentityHashMap<>();
        long hash = 0;
        for (int j = 0; j < steps.size(); j++) {
            Step step = steps.get(j);
            int[] clock = now[step.thread()];
            if (atBirth[step.thread()] != null) {
                max(clock, atBirth[step.thread()]);
                atBirth[step.thread()] = null;
            }
            if (step.barrier()) {
                for (int[] other : now) {
                    max(clock, other);
                }
                for (int[] other : now) {
                    max(other, clock);
                }
            }
            for (int x = 0; x < step.accesses(); x++) {
                Touched before = touched.get(step.location(x));
                if (before != null) {
                    max(clock, Step.readOnly(step.kind(x)) ? before.byWrites : before.byAll);
                }
            }
            clock[step.thread()]++;
            for (int x = 0; x < step.accesses(); x++) { // only now: a step is not ordered after itself
                Touched place = touched.computeIfAbsent(step.location(x), l -> new Touched(threads));
                max(place.byAll, clock);
                if (!Step.readOnly(step.kind(x))) {
                    max(place.byWrites, clock);
                }
            }
            for (int born : births.getOrDefault(j, List.of())) {
                atBirth[born] = clock.clone();
            }
            long mixed = step.thread() * 31L + step.site();
            mixed = mixed * 1_000_003 + Arrays.hashCode(clock);
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
