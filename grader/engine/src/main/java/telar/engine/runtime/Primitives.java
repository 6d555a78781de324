package telar.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** Monitors, waiting, parking, sleeping, and the life of threads, with exactly the JDK's meaning. */
final class Primitives {
    private final Execution execution;

    Primitives(Execution execution) {
        this.execution = execution;
    }

    Accesses accesses() {
        return execution.accesses;
    }

    // ---- monitors

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
            accesses().touch(me, monitor.location, Step.ACQUIRE);
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
        accesses().touch(me, monitor.location, Step.ACQUIRE);
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
            accesses().touch(me, monitor.location, Step.RELEASE);
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
        throwIfInterrupted(me, null);
        me.effects++;
        boolean spurious = spurious(me);
        accesses().touch(me, monitor.location, Step.RELEASE);
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
        touchWaker(me, signalled);
        execution.note(me, () -> me.timedOut ? "wakes: its time is up" : "wakes and has the lock of " + execution.objects.nameOf(object) + " again");
        if (me.wokenByInterrupt && me.interrupted) {
            me.wokenByInterrupt = false;
            clearInterrupt(me);
            throw new InterruptedException();
        }
    }

    /**
     * Counts an operation that may end for no reason (a wait, a weak compare-and-set), and says whether this one does in this run.
     */
    boolean spurious(LogicalThread me) {
        boolean spurious = execution.options.spurious().contains(new Execution.SpuriousWait(me.id, me.waits));
        execution.sawWait(me);
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

    /**
     * The signal that ended a wait comes before its end and cannot come after it. Whatever else was signalled meanwhile could have.
     *
     * @param signalled the version of the thread's signals when it began to wait
     */
    private void touchWaker(LogicalThread me, int signalled) {
        boolean once = !me.timedOut && me.signals.version - signalled <= 1;
        accesses().touch(me, me.signals, once ? Step.AWAIT : Step.READ);
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
        accesses().touch(me, waiter.signals, Step.WRITE);
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

    // ---- time

    void sleep(LogicalThread me, long nanos) throws InterruptedException {
        me.atCall = false;
        execution.scheduler.hesitate(me);
        if (execution.options.adversarial()) {
            accesses().touch(me, execution.clock.location, Step.READ);
        }
        throwIfInterrupted(me, "sleep interrupted");
        if (execution.over) {
            execution.termination.unwind(me);
        }
        if (me.initializing > 0) {
            return;
        }
        me.effects++;
        me.naps++;
        execution.slept = true;
        me.state = State.SLEEPING;
        me.deadline = execution.clock.after(nanos);
        me.wokenByInterrupt = false;
        execution.note(me, () -> "sleeps for " + duration(nanos));
        execution.scheduler.schedule(me, false);
        me.state = State.RUNNABLE;
        me.deadline = LogicalThread.NEVER;
        if (me.wokenByInterrupt) {
            me.wokenByInterrupt = false;
            clearInterrupt(me);
            execution.note(me, () -> "is interrupted while it sleeps");
            throw new InterruptedException("sleep interrupted");
        }
    }

    static String duration(long nanos) {
        if (nanos % 1_000_000_000L == 0) {
            return nanos / 1_000_000_000L + " s";
        }
        return nanos % 1_000_000L == 0 ? nanos / 1_000_000L + " ms" : nanos + " ns";
    }

    /** A hint that others may go first: an ordinary point, unless the thread does nothing but give such hints. */
    void yield(LogicalThread me) {
        if (me.callMode != CallMode.NONE || me.initializing > 0) {
            return;
        }
        me.yieldsInsideTheJdk = !me.atCall;
        me.atCall = false;
        if (execution.over) {
            execution.termination.unwind(me);
        }
        if (me.spinSite == -7 - me.site && me.loopEffects == me.effects) {
            if (++me.spins > 2) {
                execution.scheduler.giveWay(me);
                return;
            }
        } else {
            me.spinSite = -7 - me.site;
            me.loopEffects = me.effects;
            me.spins = 0;
        }
        me.state = State.RUNNABLE;
        execution.scheduler.schedule(me, true);
    }

    // ---- threads

    void start(LogicalThread me, Thread thread, Runnable body) {
        if (execution.over) {
            execution.termination.unwind(me);
        }
        execution.scheduler.hesitate(me);
        accesses().touch(me, execution.objects.startOf(thread), Step.WRITE);
        if (execution.threads.of(thread) != null) {
            throw new IllegalThreadStateException();
        }
        if (me.callMode == CallMode.TRIAL) { // cannot be undone: the call is made as it is
            throw WouldBlock.INSTANCE;
        }
        if (!execution.threads.roomForAnother()) {
            execution.termination.finish(new Ending.Unjudged("more than a thousand threads were started"), me);
        }
        LogicalThread child = execution.threads.add(me, thread, body == null ? execution.threads.taskOf(thread) : body);
        me.children++;
        execution.note(me, () -> "starts " + child.name());
        accesses().touch(me, execution.threads.starts, Step.WRITE);
        me.effects++;
        accesses().touch(me, child.signals, Step.WRITE);
        if (me.initializing == 0) {
            me.atCall = false;
            execution.scheduler.point(me);
        }
    }

    /** {@code Thread.join}; nanos of zero or less for no limit. */
    void join(LogicalThread me, Thread thread, long nanos) throws InterruptedException {
        me.atCall = false;
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return;
        }
        if (target.alive()) {
            execution.scheduler.hesitate(me);
        }
        me.joined = target;
        me.state = State.JOINING;
        me.deadline = nanos <= 0 ? LogicalThread.NEVER : execution.clock.after(nanos);
        if (target.alive()) {
            execution.note(me, () -> "waits for " + target.name() + " to end");
        }
        execution.scheduler.schedule(me, false);
        me.state = State.RUNNABLE;
        me.deadline = LogicalThread.NEVER;
        me.joined = null;
        accesses().touch(me, me.signals, Step.READ);
        if (target.alive()) {
            accesses().touch(me, target.end, Step.READ);
            throwIfInterrupted(me, null);
            return;
        }
        // What could go on before the end, because of an interrupt, could have come before it.
        accesses().touch(me, target.end, me.interrupted ? Step.READ : Step.AWAIT);
        execution.races.acquire(me, target.end.clock);
        execution.note(me, () -> "sees that " + target.name() + " has ended");
    }

    boolean alive(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return isStarted(me, thread) && alive(me, thread);
        }
        me.atCall = false;
        if (me.callMode == CallMode.NONE && me.initializing == 0) {
            accesses().spinPoint(me, me.site);
        }
        accesses().touch(me, target.end, Step.READ);
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
            accesses().spinPoint(me, me.site);
        }
        accesses().touch(me, execution.objects.startOf(thread), Step.READ);
        return execution.threads.of(thread) != null;
    }

    Thread.State state(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return isStarted(me, thread) ? state(me, thread) : Thread.State.NEW;
        }
        me.atCall = false;
        if (me.callMode == CallMode.NONE && me.initializing == 0) {
            accesses().spinPoint(me, me.site);
        }
        execution.waitersLookedAt |= target != me;
        // What it does itself, what others did to it, and what its wait depends on.
        accesses().touch(me, target.status, Step.READ);
        accesses().touch(me, target.signals, Step.READ);
        accesses().touch(me, target.end, Step.READ);
        if (target.state == State.MONITOR) {
            accesses().touch(me, target.monitor.location, Step.READ);
        } else if (target.state == State.JOINING) {
            accesses().touch(me, target.joined.end, Step.READ);
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
            accesses().touch(me, target.trialStep.location(i), Step.READ);
        }
        return waits;
    }

    /** How many threads wait in a call for the lock or semaphore that has this synchronizer, without standing in its queue. */
    int waitingInCallsFor(LogicalThread me, Object synchronizer, Thread only) {
        execution.waitersLookedAt = true;
        int count = 0;
        for (LogicalThread other : execution.threads()) {
            if (other == me || other.state == State.DEAD) {
                continue;
            }
            accesses().touch(me, other.status, Step.READ);
            if (other.state == State.CALLING
                    && (only == null || only == other.thread)
                    && BlockingCallRunner.synchronizer(other.callArguments[0]) == synchronizer
                    && isWaitingInACall(me, other)) {
                count++;
            }
        }
        accesses().touch(me, execution.threads.starts, Step.READ);
        return count;
    }

    /** The started threads of a group that have not ended, in the order in which they were started. */
    List<Thread> members(LogicalThread me, ThreadGroup group, boolean recurse) {
        me.atCall = false;
        if (me.callMode == CallMode.NONE && me.initializing == 0) {
            accesses().spinPoint(me, me.site);
        }
        accesses().touch(me, execution.threads.starts, Step.READ);
        List<Thread> members = new ArrayList<>();
        for (LogicalThread thread : execution.threads()) {
            accesses().touch(me, thread.end, Step.READ);
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

    private static Thread.State timedOrNot(LogicalThread thread) {
        return thread.deadline == LogicalThread.NEVER ? Thread.State.WAITING : Thread.State.TIMED_WAITING;
    }

    /** The name of a started thread is about to be read or written. */
    void naming(LogicalThread me, LogicalThread target, byte kind) {
        accesses().synchronising(me, target.naming, kind);
        if (kind == Step.WRITE) {
            me.effects++;
        }
    }

    // ---- interrupts

    void interrupt(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            thread.interrupt(); // not yet started: it will find its status set
            return;
        }
        me.atCall = false;
        if (me.callMode == CallMode.TRIAL) { // a lock restores its caller's status: undone with the rest
            accesses().touch(me, target.signals, Step.WRITE);
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
        accesses().touch(me, target.signals, Step.WRITE);
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
        accesses().synchronising(me, target.signals, Step.READ);
        return target.interrupted;
    }

    boolean testAndClearInterrupt(LogicalThread me) {
        accesses().synchronising(me, me.signals, Step.READ);
        boolean was = me.interrupted;
        if (was) {
            clearInterrupt(me);
        }
        if (was && me.callMode != CallMode.TRIAL) {
            me.effects++;
        }
        return was;
    }

    private void throwIfInterrupted(LogicalThread me, String message) throws InterruptedException {
        accesses().touch(me, me.signals, Step.READ);
        if (me.interrupted) {
            clearInterrupt(me);
            throw new InterruptedException(message);
        }
    }

    /** The status is taken back by what it interrupted: others may have looked at it before, or will later. */
    private void clearInterrupt(LogicalThread me) {
        me.interrupted = false;
        accesses().touch(me, me.signals, Step.WRITE);
        execution.races.acquire(me, me.signals.clock);
    }

    // ---- parking

    /** {@code LockSupport.park}; nanos below zero for no limit. */
    void park(LogicalThread me, long nanos, Object blocker) {
        if (blocker != null) {
            me.blocker = blocker;
        }
        execution.scheduler.hesitate(me);
        accesses().touch(me, me.signals, Step.READ);
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
        touchWaker(me, signalled);
        execution.races.acquire(me, me.signals.clock);
    }

    void unpark(LogicalThread me, Thread thread) {
        LogicalThread target = execution.threads.of(thread);
        if (target == null) {
            return;
        }
        accesses().touch(me, target.signals, Step.WRITE);
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

    // ---- observers: points and waits that order nothing

    void observed(LogicalThread me, Object subject, String text) {
        if (me.initializing > 0 || me.callMode != CallMode.NONE) {
            return;
        }
        me.atCall = false;
        me.effects++;
        Location location = accesses().location(subject, -11);
        me.pending = location;
        me.pendingKind = Step.WRITE;
        execution.scheduler.point(me);
        me.pending = null;
        accesses().touch(me, location, Step.WRITE);
        execution.note(me, () -> text);
    }

    void meet(LogicalThread me, Object subject, String text, BooleanSupplier condition) {
        Location location = accesses().location(subject, -11);
        me.atCall = false;
        me.effects++;
        me.guard = condition;
        me.guardText = text;
        me.state = State.MEETING;
        execution.scheduler.schedule(me, false);
        me.state = State.RUNNABLE;
        me.guard = null;
        accesses().touch(me, location, Step.READ); // not only AWAIT: the condition may have held for some steps already
    }
}
