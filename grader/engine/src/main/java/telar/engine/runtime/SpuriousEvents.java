package telar.engine.runtime;

import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import telar.engine.runtime.Execution.SpuriousWait;

/** Operations that may end for no reason: waits that wake without a signal, weak compare-and-sets that fail. */
final class SpuriousEvents {
    /** So many of each thread are remembered: a search tries far fewer. */
    private static final int MOST_OF_A_THREAD = 64;

    private final Execution execution;
    private final TreeSet<SpuriousWait> seen = new TreeSet<>();

    SpuriousEvents(Execution execution) {
        this.execution = execution;
    }

    /** Those that took place. */
    TreeSet<SpuriousWait> seen() {
        return seen;
    }

    /**
     * Counts an operation that may end for no reason (a wait, a weak compare-and-set), and says whether this one does in this run.
     */
    boolean spurious(LogicalThread me) {
        SpuriousWait it = new SpuriousWait(me.id, me.waits);
        boolean spurious = execution.options.spurious().contains(it);
        if (me.waits < MOST_OF_A_THREAD) {
            seen.add(it);
        }
        me.waits++;
        return spurious;
    }

    /** Waits at a condition and wakes without a signal: like a wait whose time is up at once, except for what it says. */
    void awaitSpuriously(LogicalThread me, Condition condition) throws InterruptedException {
        me.nextParkIsSpurious = true;
        try {
            condition.awaitNanos(1);
        } finally {
            me.nextParkIsSpurious = false;
            me.skew = 0;
        }
        execution.note(me, () -> "wakes although nobody signalled (a wait may do that)");
    }
}
