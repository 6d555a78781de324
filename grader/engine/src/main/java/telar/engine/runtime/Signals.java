package telar.engine.runtime;

import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** Interrupts, and what ends a wait: everything that is written to {@link LogicalThread#signals} by others and read by its thread. */
final class Signals {
    private final Execution execution;

    Signals(Execution execution) {
        this.execution = execution;
    }

    void interrupt(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            thread.interrupt(); // not yet started: it will find its status set
            return;
        }
        me.atCall = false;
        if (me.callMode == CallMode.TRIAL) { // a lock restores its caller's status: undone with the rest
            execution.accesses.touch(me, target.signals, Step.WRITE);
            me.interrupted |= target == me;
            return;
        }
        if (me.callMode == CallMode.NONE) {
            execution.scheduler.point(me);
        }
        if (target.state == State.CALLING) {
            execution.pending.endsWaitOf(target);
        }
        target.interrupted = true;
        me.effects++;
        if (target != me) {
            execution.note(me, () -> "interrupts " + target.name());
        }
        execution.accesses.touch(me, target.signals, Step.WRITE);
        execution.races.release(me, target.signals);
        switch (target.state) {
            case WAITING -> {
                target.monitor.waiting.remove(target);
                target.state = State.MONITOR;
                target.wokenByInterrupt = true;
            }
            case SLEEPING -> {
                target.state = State.RUNNABLE;
                target.wokenByInterrupt = true;
            }
            case PARKED -> target.state = State.RUNNABLE;
            case OUTSIDE -> execution.outside.interrupt(target);
            default -> {}
        }
    }

    boolean isInterrupted(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return thread.isInterrupted();
        }
        execution.accesses.synchronising(me, target.signals, Step.READ);
        return target.interrupted;
    }

    boolean testAndClearInterrupt(LogicalThread me) {
        execution.accesses.synchronising(me, me.signals, Step.READ);
        boolean was = me.interrupted;
        if (was) {
            clearInterrupt(me);
        }
        if (was && me.callMode != CallMode.TRIAL) {
            me.effects++;
        }
        return was;
    }

    void throwIfInterrupted(LogicalThread me, String message) throws InterruptedException {
        execution.accesses.touch(me, me.signals, Step.READ);
        if (me.interrupted) {
            clearInterrupt(me);
            throw new InterruptedException(message);
        }
    }

    /** The status is taken back by what it interrupted: others may have looked at it before, or will later. */
    void clearInterrupt(LogicalThread me) {
        me.interrupted = false;
        execution.accesses.touch(me, me.signals, Step.WRITE);
        execution.races.acquire(me, me.signals.clock);
    }

    /**
     * The signal that ended a wait comes before its end and cannot come after it. Whatever else was signalled meanwhile could have.
     *
     * @param signalled the version of the thread's signals when it began to wait
     */
    void touchWaker(LogicalThread me, int signalled) {
        boolean once = !me.timedOut && me.signals.version - signalled <= 1;
        execution.accesses.touch(me, me.signals, once ? Step.AWAIT : Step.READ);
    }
}
