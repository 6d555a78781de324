package telar.engine.runtime;

import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** Parking and unparking, with exactly the meaning of {@link java.util.concurrent.locks.LockSupport}. */
final class Parking {
    private final Execution execution;

    Parking(Execution execution) {
        this.execution = execution;
    }

    /** {@code LockSupport.park}; nanos below zero for no limit. */
    void park(LogicalThread me, long nanos, Object blocker) {
        if (blocker != null) {
            me.blocker = blocker;
        }
        execution.scheduler.hesitate(me);
        execution.accesses.touch(me, me.signals, Step.READ);
        if (me.callMode == CallMode.NONE && execution.over) {
            execution.termination.unwind(me);
        }
        if (me.permit) {
            me.permit = false;
            execution.races.acquire(me, me.signals.clock);
            return;
        }
        if (me.interrupted) {
            return;
        }
        if (me.callMode == CallMode.TRIAL) {
            if (!me.trialBlocked) {
                me.trialBlocked = true;
                if (nanos >= 0) {
                    me.trialDeadline = Math.min(me.trialDeadline, execution.clock.after(nanos));
                }
            }
            throw WouldBlock.INSTANCE;
        }
        if (me.callMode == CallMode.EXPIRED && nanos >= 0) {
            me.skew += nanos;
            return;
        }
        if (me.nextParkIsSpurious && nanos >= 0) {
            me.nextParkIsSpurious = false;
            me.skew += nanos;
            me.effects++;
            execution.scheduler.point(me);
            return;
        }
        if (execution.over) {
            execution.termination.unwind(me);
        }
        me.effects++;
        me.timedOut = false;
        me.state = State.PARKED;
        me.deadline = nanos < 0 ? LogicalThread.NEVER : execution.clock.after(nanos);
        int signalled = me.signals.version;
        execution.scheduler.schedule(me, false);
        me.state = State.RUNNABLE;
        me.deadline = LogicalThread.NEVER;
        me.permit = false;
        me.blocker = null;
        execution.signals.touchWaker(me, signalled);
        execution.races.acquire(me, me.signals.clock);
    }

    void unpark(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return;
        }
        execution.accesses.touch(me, target.signals, Step.WRITE);
        if (me.callMode == CallMode.TRIAL) {
            return;
        }
        me.effects++;
        // Orders nothing: a park may return without an unpark, so nobody may rely on it.
        target.permit = true;
        if (target.state == State.PARKED) {
            target.state = State.RUNNABLE;
        }
    }
}
