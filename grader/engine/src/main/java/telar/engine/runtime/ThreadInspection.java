package telar.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** What the program learns about its threads when it asks: whether and how they live, wait and are named. */
final class ThreadInspection {
    private final Execution execution;

    ThreadInspection(Execution execution) {
        this.execution = execution;
    }

    boolean alive(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return isStarted(me, thread) && alive(me, thread);
        }
        me.atCall = false;
        if (me.callMode == CallMode.NONE && me.initializing == 0) {
            execution.accesses.spinPoint(me, me.site);
        }
        execution.accesses.touch(me, target.end, Step.READ);
        if (!target.alive()) {
            execution.races.acquire(me, target.end.clock);
            return false;
        }
        return true;
    }

    /** Whether a thread that was not started when this was asked has been started once the question is answered. */
    private boolean isStarted(LogicalThread me, Thread thread) {
        me.atCall = false;
        execution.waitersLookedAt = true;
        if (me.callMode == CallMode.NONE && me.initializing == 0) {
            execution.accesses.spinPoint(me, me.site);
        }
        execution.accesses.touch(me, execution.objects.startOf(thread), Step.READ);
        return execution.threads.of(thread) != null;
    }

    Thread.State state(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return isStarted(me, thread) ? state(me, thread) : Thread.State.NEW;
        }
        me.atCall = false;
        if (me.callMode == CallMode.NONE && me.initializing == 0) {
            execution.accesses.spinPoint(me, me.site);
        }
        execution.waitersLookedAt |= target != me;
        // What it does itself, what others did to it, and what its wait depends on.
        execution.accesses.touch(me, target.status, Step.READ);
        execution.accesses.touch(me, target.signals, Step.READ);
        execution.accesses.touch(me, target.end, Step.READ);
        if (target.state == State.MONITOR) {
            execution.accesses.touch(me, target.monitor.location, Step.READ);
        } else if (target.state == State.JOINING) {
            execution.accesses.touch(me, target.joined.end, Step.READ);
        }
        return switch (target.state) {
            case DEAD -> Thread.State.TERMINATED;
            case MONITOR -> target.monitor.owner == null ? Thread.State.RUNNABLE : Thread.State.BLOCKED;
            case WAITING, PARKED -> timedOrNot(target);
            case JOINING -> target.joined.alive() ? timedOrNot(target) : Thread.State.RUNNABLE;
            case SLEEPING -> Thread.State.TIMED_WAITING;
            case CALLING -> isWaitingInACall(me, target) ? timedOrNot(target) : Thread.State.RUNNABLE;
            default -> Thread.State.RUNNABLE;
        };
    }

    /** Whether the call in front of which another thread stands would wait; reads what that depends on. */
    private boolean isWaitingInACall(LogicalThread me, LogicalThread target) {
        boolean waits = !target.timedOut && !execution.calls.wouldSucceed(target);
        for (int i = 0; i < target.trialStep.accesses(); i++) {
            execution.accesses.touch(me, target.trialStep.location(i), Step.READ);
        }
        return waits;
    }

    private static Thread.State timedOrNot(LogicalThread thread) {
        return thread.deadline == LogicalThread.NEVER ? Thread.State.WAITING : Thread.State.TIMED_WAITING;
    }

    /** How many threads wait in a call for the lock or semaphore that has this synchronizer, without standing in its queue. */
    int waitingInCallsFor(LogicalThread me, Object synchronizer, Thread only) {
        execution.waitersLookedAt = true;
        int count = 0;
        for (LogicalThread other : execution.threads()) {
            if (other == me || other.state == State.DEAD) {
                continue;
            }
            execution.accesses.touch(me, other.status, Step.READ);
            if (other.state == State.CALLING
                    && (only == null || only == other.thread)
                    && BlockingCallRunner.synchronizer(other.callArguments[0]) == synchronizer
                    && isWaitingInACall(me, other)) {
                count++;
            }
        }
        execution.accesses.touch(me, execution.threads.starts, Step.READ);
        return count;
    }

    /** The started threads of a group that have not ended, in the order in which they were started. */
    List<Thread> members(LogicalThread me, ThreadGroup group, boolean recurse) {
        me.atCall = false;
        if (me.callMode == CallMode.NONE && me.initializing == 0) {
            execution.accesses.spinPoint(me, me.site);
        }
        execution.accesses.touch(me, execution.threads.starts, Step.READ);
        List<Thread> members = new ArrayList<>();
        for (LogicalThread thread : execution.threads()) {
            execution.accesses.touch(me, thread.end, Step.READ);
            ThreadGroup its = thread.alive() && !thread.isVirtual() ? thread.thread.getThreadGroup() : null;
            while (recurse && its != null && its != group) {
                its = its.getParent();
            }
            if (its == group) {
                members.add(thread.thread);
            }
        }
        return members;
    }
}
