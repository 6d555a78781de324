package telar.engine.runtime;

import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** What threads do by the methods of {@link Thread}: start and join others, sleep, give way. */
final class ThreadOperations {
    private final Execution execution;

    ThreadOperations(Execution execution) {
        this.execution = execution;
    }

    void start(LogicalThread me, Thread thread, Runnable body) {
        if (execution.over) {
            execution.termination.unwind(me);
        }
        execution.scheduler.hesitate(me);
        execution.accesses.touch(me, execution.objects.startOf(thread), Step.WRITE);
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
        execution.accesses.touch(me, execution.threads.starts, Step.WRITE);
        me.effects++;
        execution.accesses.touch(me, child.signals, Step.WRITE);
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
        execution.accesses.touch(me, me.signals, Step.READ);
        if (target.alive()) {
            execution.accesses.touch(me, target.end, Step.READ);
            execution.signals.throwIfInterrupted(me, null);
            return;
        }
        // What could go on before the end, because of an interrupt, could have come before it.
        execution.accesses.touch(me, target.end, me.interrupted ? Step.READ : Step.AWAIT);
        execution.races.acquire(me, target.end.clock);
        execution.note(me, () -> "sees that " + target.name() + " has ended");
    }

    void sleep(LogicalThread me, long nanos) throws InterruptedException {
        me.atCall = false;
        execution.scheduler.hesitate(me);
        if (execution.options.adversarial()) {
            execution.accesses.touch(me, execution.clock.location, Step.READ);
        }
        execution.signals.throwIfInterrupted(me, "sleep interrupted");
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
        execution.note(me, () -> "sleeps for " + VirtualClock.duration(nanos));
        execution.scheduler.schedule(me, false);
        me.state = State.RUNNABLE;
        me.deadline = LogicalThread.NEVER;
        if (me.wokenByInterrupt) {
            me.wokenByInterrupt = false;
            execution.signals.clearInterrupt(me);
            execution.note(me, () -> "is interrupted while it sleeps");
            throw new InterruptedException("sleep interrupted");
        }
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
        if (me.spinSite == -7 - me.site && me.spinEffects == me.effects) {
            if (++me.spins > 2) {
                execution.scheduler.giveWay(me);
                return;
            }
        } else {
            me.spinSite = -7 - me.site;
            me.spinEffects = me.effects;
            me.spins = 0;
        }
        me.state = State.RUNNABLE;
        execution.scheduler.schedule(me, true);
    }
}
