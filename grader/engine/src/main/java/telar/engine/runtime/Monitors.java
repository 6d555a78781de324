package telar.engine.runtime;

import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** Entering and leaving the monitors of objects, waiting and notifying, with exactly the JDK's meaning. */
final class Monitors {
    private final Execution execution;

    Monitors(Execution execution) {
        this.execution = execution;
    }

    void enter(LogicalThread me, Object object, boolean own) {
        if (object == null) {
            throw new NullPointerException("synchronized on null");
        }
        Monitor monitor = execution.objects.monitorOf(object);
        if (monitor.owner == me) {
            monitor.holds++;
            return;
        }
        if (me.callMode == CallMode.TRIAL) {
            execution.accesses.touch(me, monitor.location, Step.ACQUIRE);
            if (monitor.owner != null) {
                me.trialBlocked = true;
                throw WouldBlock.INSTANCE;
            }
            monitor.owner = me;
            monitor.holds = 1;
            return;
        }
        me.atCall = false;
        if (monitor.owner != null) {
            execution.scheduler.hesitate(me);
        }
        me.monitor = monitor;
        if (me.initializing == 0 || monitor.owner != null) {
            me.state = State.MONITOR;
            if (monitor.owner != null) {
                me.saidThatItWaits = true;
                execution.note(me, () -> "waits for the lock of " + execution.objects.nameOf(object) + ", which " + monitor.owner.name() + " has");
            }
            execution.scheduler.schedule(me, false);
        }
        own(me, monitor, 1);
        if (own) {
            execution.note(me, () -> "takes the lock of " + execution.objects.nameOf(object));
        }
    }

    private void own(LogicalThread me, Monitor monitor, int holds) {
        me.state = State.RUNNABLE;
        monitor.owner = me;
        monitor.holds = holds;
        execution.accesses.touch(me, monitor.location, Step.ACQUIRE);
        execution.races.acquire(me, monitor.location.clock);
        me.monitor = null;
    }

    void exit(LogicalThread me, Object object, boolean own) {
        Monitor monitor = execution.objects.monitorOf(object);
        if (monitor.owner != me) {
            if (execution.over) {
                return;
            }
            throw new IllegalMonitorStateException();
        }
        if (--monitor.holds == 0) {
            monitor.owner = null;
            if (me.callMode == CallMode.TRIAL) {
                return;
            }
            me.lastMonitor = monitor;
            execution.accesses.touch(me, monitor.location, Step.RELEASE);
            execution.races.release(me, monitor.location);
            if (own) {
                execution.note(me, () -> "releases the lock of " + execution.objects.nameOf(object));
            }
        }
    }

    /** {@code Object.wait}; nanos below zero for no limit. */
    void await(LogicalThread me, Object object, long nanos) throws InterruptedException {
        Monitor monitor = execution.objects.monitorOf(object);
        if (monitor.owner != me) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
        execution.signals.throwIfInterrupted(me, null);
        me.effects++;
        boolean spurious = execution.spuriousEvents.spurious(me);
        execution.accesses.touch(me, monitor.location, Step.RELEASE);
        execution.races.release(me, monitor.location);
        int holds = monitor.holds;
        monitor.owner = null;
        me.monitor = monitor;
        me.timedOut = false;
        me.wokenByInterrupt = false;
        execution.note(me, () -> "waits to be notified on " + execution.objects.nameOf(object));
        if (spurious) {
            me.state = State.MONITOR;
            execution.scheduler.schedule(me, false);
            own(me, monitor, holds);
            execution.note(me, () -> "wakes although nobody notified it (a wait may do that)");
            return;
        }
        monitor.waiting.add(me);
        me.state = State.WAITING;
        me.deadline = nanos < 0 ? LogicalThread.NEVER : execution.clock.after(nanos);
        int signalled = me.signals.version;
        execution.scheduler.schedule(me, false);
        me.deadline = LogicalThread.NEVER;
        monitor.waiting.remove(me);
        own(me, monitor, holds);
        execution.signals.touchWaker(me, signalled);
        execution.note(me, () -> me.timedOut ? "wakes: its time is up" : "wakes and has the lock of " + execution.objects.nameOf(object) + " again");
        if (me.wokenByInterrupt && me.interrupted) {
            me.wokenByInterrupt = false;
            execution.signals.clearInterrupt(me);
            throw new InterruptedException();
        }
    }

    void signal(LogicalThread me, Object object, boolean all) {
        Monitor monitor = execution.objects.monitorOf(object);
        if (monitor.owner != me) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
        boolean anybody = !monitor.waiting.isEmpty();
        do {
            if (!signalFirst(me, monitor)) {
                break;
            }
        } while (all);
        execution.note(me, () -> (all ? "notifies all on " : "notifies one on ")
                        + execution.objects.nameOf(object)
                        + (anybody ? "" : " (nobody is waiting)"));
    }

    private boolean signalFirst(LogicalThread me, Monitor monitor) {
        LogicalThread waiter = monitor.waiting.poll();
        if (waiter == null) {
            return false;
        }
        me.effects++;
        waiter.state = State.MONITOR;
        waiter.deadline = LogicalThread.NEVER;
        execution.accesses.touch(me, waiter.signals, Step.WRITE);
        return true;
    }

    /** A thread that ends notifies all who wait on it, as {@link Thread#join()} documents, and gives its own monitor back. */
    void signalTheEnd(LogicalThread me, Monitor monitor) {
        while (signalFirst(me, monitor)) {
            execution.note(me, () -> "notifies who waits for its end");
        }
        exit(me, me.thread, false);
    }

    boolean holds(LogicalThread me, Object object) {
        return execution.objects.monitorOf(object).owner == me;
    }
}
