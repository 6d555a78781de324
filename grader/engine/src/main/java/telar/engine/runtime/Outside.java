package telar.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/**
 * The threads of one run that wait for input or output: each gives the baton away for the time of its call.
 *
 * <p>Such waits end when the machine pleases. So that this decides as little as possible, who returns is let in again only when
 * nobody else can go on, and only once every other thread that is away waits for real ({@link Pulse}): then all who have
 * returned are let in together, and the chooser chooses among them as among any others.
 *
 * <p>Its monitor orders the changes that a returning thread makes without the baton against those of whoever has it.
 */
final class Outside {
    /** A net for what comes from beyond this JVM: no verdict comes of it. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** Between two looks that both find nobody who can go on: the kernel itself may be slow where others keep all processors busy. */
    private static final long BEFORE_A_SECOND_LOOK_NANOS = 100_000_000L;

    private static final int MAX_JOURNEYS = 100_000;

    private final Execution execution;
    private final Belongings belongings = new Belongings();

    /** Guarded by this. Threads that are outside or have returned but are not let in yet. */
    private final List<LogicalThread> away = new ArrayList<>();

    /** Guarded by this. Nobody has the baton; the explorer is to decide. */
    private boolean idle;

    private boolean seen;
    private int journeys;

    Outside(Execution execution) {
        this.execution = execution;
    }

    /** Whether a process was started. */
    boolean startedAProcess() {
        return belongings.hadAProcess();
    }

    /** Whether real input or output took part. */
    boolean seen() {
        return seen;
    }

    synchronized boolean nobodyHasTheBaton() {
        return idle;
    }

    // ---- leaving and coming back, on the thread's own carrier

    void leave(LogicalThread me, Object receiver, boolean timed) {
        if (execution.over) {
            execution.termination.unwind(me);
        }
        Object end = Endpoint.of(receiver);
        if (end == Endpoint.IN_MEMORY || me.callMode != CallMode.NONE) {
            return;
        }
        seen = true;
        if (end == Endpoint.FILE || me.initializing > 0) {
            return; // does not wait; or others would wait for the class in the JVM itself
        }
        if (++journeys > MAX_JOURNEYS) {
            execution.termination.finish(new Ending.Unjudged("more than " + MAX_JOURNEYS + " times a thread read, wrote or waited outside"), me);
        }
        execution.note(me, () -> "begins input or output");
        me.effects++;
        me.atCall = false;
        me.endpoint = end;
        me.leftForATime = timed;
        if (me.interrupted) {
            me.interrupted = false;
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            me.state = State.OUTSIDE;
            away.add(me);
        }
        List<LogicalThread> enabled = execution.scheduler.enabledThreads();
        LogicalThread next = enabled.isEmpty() || execution.chooser.letsInEarly() ? null : execution.scheduler.chooseWithout(me, enabled);
        if (next == null) {
            nobodyHas();
        } else {
            execution.scheduler.handTo(next, me.id);
            next.carrier.wake();
        }
    }

    private void nobodyHas() {
        Baton.passTo(null);
        synchronized (this) {
            idle = true;
        }
        LockSupport.unpark(execution.explorer);
    }

    static void comeBack() {
        LogicalThread me = Carrier.current();
        if (me != null && me.state == State.OUTSIDE) {
            me.execution.outside.comeBack(me);
        }
    }

    private void comeBack(LogicalThread me) {
        boolean interrupted;
        boolean alone;
        synchronized (this) {
            interrupted = Thread.interrupted();
            // With nobody else about there is nothing to choose.
            alone = idle && away.size() == 1 && !execution.chooser.letsInEarly() && !execution.over && !execution.atItsLimit();
            if (alone) {
                idle = false;
                away.clear();
                execution.scheduler.handTo(me, me.id);
            } else {
                me.state = State.RETURNED;
            }
        }
        if (!alone) {
            LockSupport.unpark(execution.explorer);
            me.carrier.await();
        }
        if (execution.over) {
            execution.termination.unwind(me);
        }
        me.endpoint = null;
        me.interrupted |= interrupted;
    }

    /** An interrupt reaches a thread that is outside for real; who has returned already finds it when it is let in. */
    synchronized void interrupt(LogicalThread thread) {
        if (thread.state == State.OUTSIDE) {
            thread.interrupted = false;
            thread.carrier.interrupt();
        }
    }

    /** Ends a thread that was given up when its run ended, and has come back since. */
    static void unwindIfOver() {
        LogicalThread me = Carrier.current();
        if (me != null && me.execution.over) {
            me.execution.termination.unwind(me);
        }
    }

    // ---- deciding who goes on

    /**
     * Nobody can go on inside. If somebody is outside, the explorer decides; the caller then returns once it has the baton again.
     *
     * @return whether it was so
     */
    boolean mayBring(LogicalThread me) {
        if (Thread.currentThread() == execution.explorer) {
            return false; // it has looked
        }
        synchronized (this) {
            if (away.isEmpty()) {
                return false;
            }
        }
        nobodyHas();
        execution.scheduler.waitForBaton(me);
        return true;
    }

    /** Lets in who has returned; asked by whoever has the baton. */
    boolean admitReturned() {
        synchronized (this) {
            if (away.isEmpty()) {
                return false;
            }
        }
        settle(1);
        return admit();
    }

    private synchronized boolean admit() {
        boolean anybody = false;
        for (LogicalThread thread : List.copyOf(away)) {
            if (thread.state == State.RETURNED) {
                thread.state = State.RUNNABLE;
                away.remove(thread);
                anybody = true;
            }
        }
        return anybody;
    }

    /** The explorer's part: nobody has the baton. */
    void decide() {
        long since = System.nanoTime();
        boolean nudged = false;
        boolean lookedTwice = false;
        while (!Thread.currentThread().isInterrupted()) {
            settle(1);
            boolean hope = hope();
            boolean nobody;
            synchronized (this) {
                if (!idle) {
                    return; // who came back alone goes on already
                }
                nobody = !hope && !returned() && execution.scheduler.enabledThreads().isEmpty();
            }
            if (nobody && !nudged) {
                nudged = nudge();
                continue;
            }
            if (nobody) {
                settle(execution.clock.earliestDeadline() == LogicalThread.NEVER ? 6 : 3);
                if (!Wire.isAtRest()) {
                    if (System.nanoTime() - since > PATIENCE_NANOS) {
                        execution.termination.end(new Ending.Unjudged(waitingFor()));
                        return;
                    }
                    LockSupport.parkNanos(this, 1_000_000);
                    continue;
                }
                settle(2); // whoever the last of it has woken
                if (!lookedTwice && execution.clock.earliestDeadline() == LogicalThread.NEVER) {
                    lookedTwice = true; // it would be a deadlock
                    LockSupport.parkNanos(this, BEFORE_A_SECOND_LOOK_NANOS);
                    continue;
                }
            }
            LogicalThread next = null;
            synchronized (this) {
                if (!idle) {
                    return;
                }
                boolean goOn = admit() || !hope || !execution.scheduler.enabledThreads().isEmpty() || realTimeIsUp(since);
                if (goOn) {
                    idle = false;
                    next = execution.scheduler.chooseForNobody();
                    if (next == null) {
                        return;
                    }
                    execution.scheduler.handTo(next, next.id);
                }
            }
            if (next != null) {
                next.carrier.wake();
                return;
            }
            if (System.nanoTime() - since > PATIENCE_NANOS) {
                execution.termination.end(new Ending.Unjudged(waitingFor()));
                return;
            }
            LockSupport.parkNanos(this, 1_000_000);
        }
    }

    /** While something beyond this JVM may happen, the clock keeps to real time. */
    private boolean realTimeIsUp(long since) {
        long deadline = execution.clock.earliestDeadline();
        return deadline != LogicalThread.NEVER && System.nanoTime() - since >= deadline - execution.clock.now();
    }

    private synchronized boolean returned() {
        return away.stream().anyMatch(t -> t.state == State.RETURNED);
    }

    /** Whether something that the engine cannot see may still end a wait. */
    boolean hope() {
        return seen && (belongings.mayComeToLife() || timed());
    }

    private synchronized boolean timed() {
        return away.stream().anyMatch(t -> t.leftForATime);
    }

    /** Pipes look only once a second whether the other side has done something: lets them look now. */
    private boolean nudge() {
        List<LogicalThread> waiting;
        synchronized (this) {
            waiting = List.copyOf(away);
        }
        for (LogicalThread thread : waiting) {
            Endpoint.nudge(thread.endpoint);
        }
        return true;
    }

    private synchronized String waitingFor() {
        StringBuilder text = new StringBuilder("nothing has come from outside for a minute:");
        away.forEach(t -> text.append('\n').append(Failures.describe(t)));
        return text.toString();
    }

    /** Whether somebody waits for what a person would have to type. */
    synchronized boolean waitsForAPerson() {
        return away.stream().anyMatch(t -> t.endpoint == Endpoint.KEYBOARD);
    }

    /**
     * Returns when every thread that is outside has been found asleep, without a break, in so many looks after the first.
     * Two looks a moment apart tell it from a thread that the JVM itself stops for a moment.
     */
    private void settle(int looks) {
        String before = "";
        int equal = 0;
        boolean exact = true;
        while (equal < (exact ? looks : looks + 4) && !Thread.currentThread().isInterrupted()) {
            StringBuilder now = new StringBuilder();
            boolean asleep = true;
            for (LogicalThread thread : outside()) {
                Pulse pulse = thread.carrier.pulse();
                String beat = pulse.beat();
                exact &= pulse.exact();
                asleep &= !beat.isEmpty();
                now.append(thread.id).append(beat);
            }
            if (now.length() == 0) {
                return;
            }
            String text = now.toString();
            equal = asleep && text.equals(before) ? equal + 1 : 0;
            before = text;
            LockSupport.parkNanos(this, exact ? asleep ? 500_000 << Math.min(equal, 4) : 100_000 : 20_000_000);
        }
    }

    private synchronized List<LogicalThread> outside() {
        return away.stream().filter(t -> t.state == State.OUTSIDE).toList();
    }

    // ---- what the run has opened

    static void opened(Object thing) {
        LogicalThread me = Carrier.current();
        if (me != null) {
            me.execution.outside.seen = true;
            me.execution.outside.belongings.add(thing);
        }
    }

    /** Closes what is still open, so that who waits for it returns and the next run finds the ports free. */
    void close() {
        belongings.close();
    }
}
