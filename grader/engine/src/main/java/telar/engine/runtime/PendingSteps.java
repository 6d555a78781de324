package telar.engine.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import telar.engine.runtime.LogicalThread.State;

/**
 * Operations in front of which threads stood, and which they did not make: because the run ended, the clock moved, or somebody
 * interrupted them. The systematic search takes them for steps that could have come earlier.
 */
final class PendingSteps {
    private final Execution execution;
    private final List<Step> atTheEnd = new ArrayList<>();

    /** By the index of the step that ended the waits. */
    private final Map<Integer, List<Step>> before = new HashMap<>();

    PendingSteps(Execution execution) {
        this.execution = execution;
    }

    List<Step> atTheEnd() {
        return atTheEnd;
    }

    List<Step> before(int index) {
        return before.getOrDefault(index, List.of());
    }

    void collectAtTheEnd() {
        collect(atTheEnd);
    }

    /** The clock is about to move, before the next step. */
    void collectBeforeTheNextStep() {
        if (execution.keepsDetails()) {
            collect(before.computeIfAbsent(execution.progress(), index -> new ArrayList<>()));
        }
    }

    /** The step that is being made ends the wait of a thread without making its call succeed. */
    void endsWaitOf(LogicalThread thread) {
        if (execution.keepsDetails()) {
            collect(thread, before.computeIfAbsent(execution.progress() - 1, index -> new ArrayList<>()));
        }
    }

    private void collect(List<Step> into) {
        for (LogicalThread thread : execution.threads()) {
            collect(thread, into);
        }
    }

    private void collect(LogicalThread thread, List<Step> into) {
        Step pending;
        if (thread.state == State.CALLING && thread.trialStep != null) {
            pending = thread.trialStep;
            pending.wholeCall = true;
        } else if (thread.state == State.MONITOR) {
            pending = new Step(thread.id, -1, false, 0, false, execution.locations, thread.site);
            pending.add(thread.monitor.location, Step.ACQUIRE);
        } else if (thread.state == State.RUNNABLE && thread.pending != null) {
            pending = new Step(thread.id, -1, false, 0, false, execution.locations, thread.site);
            pending.add(thread.pending, thread.pendingKind);
        } else {
            return;
        }
        into.add(pending);
    }
}
