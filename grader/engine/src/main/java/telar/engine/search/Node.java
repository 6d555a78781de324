package telar.engine.search;

import java.util.ArrayList;
import java.util.List;
import telar.engine.runtime.Step;

/** One choice on the path that a tree search is on. Sets of threads are bits of a long. */
final class Node {
    int chosen;
    final long enabled;
    final int previous;
    final boolean previousEnabled;
    final int preemptionsBefore;
    long done;
    long backtrack;
    List<Footprint> sleeping = List.of();
    final List<Footprint> doneFootprints = new ArrayList<>();

    Node(Step step, int preemptionsBefore) {
        chosen = step.thread();
        enabled = step.enabled();
        previous = step.previous();
        previousEnabled = step.previousEnabled();
        done = 1L << chosen;
        this.preemptionsBefore = preemptionsBefore;
    }

    long sleepingThreads() {
        long threads = 0;
        for (Footprint footprint : sleeping) {
            threads |= 1L << footprint.thread;
        }
        return threads;
    }

    /** Whether this thread's step here has been tried already and may not be swapped with the given one. */
    boolean triedAndConflictsWith(int thread, Step step) {
        return sleeping.stream().anyMatch(f -> f.thread == thread && f.dependsOn(step))
                || doneFootprints.stream().anyMatch(f -> f.thread == thread && f.dependsOn(step));
    }

    /** The preemptions of the path up to here when this thread is chosen. */
    int preemptions(int thread) {
        return preemptionsBefore + (previousEnabled && thread != previous ? 1 : 0);
    }

    void add(int thread) {
        if ((enabled & 1L << thread) != 0) {
            backtrack |= 1L << thread;
        } else {
            backtrack |= enabled;
        }
    }
}
