package telar.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** Who goes on: at every scheduling point the {@link Chooser} is asked for one of the enabled threads, which gets the baton. */
final class Scheduler {
    /** Steps without any move of the clock after which it moves although somebody could go on: a spinner must not stop time. */
    private static final int STEPS_BEFORE_CLOCK_MOVES = 1_500;

    /** Before it does, each thread that can go on takes so many steps: time does not pass for one that has only been kept from going on. */
    private static final int STEPS_OF_EACH_BEFORE_CLOCK_MOVES = 300;

    /** Steps in a row by one thread after which another one that can go on must. */
    private static final int STEPS_BEFORE_OTHERS_MUST = 500;

    /** Steps of a daemon, after everybody else has ended, that show what it does next. */
    private static final int STEPS_AFTER_THE_END = 3;

    private final Execution execution;
    private final Standstill standstill;
    private final Location namesLocation = new Location("names of threads");
    private int namesGiven;
    private long turns;
    private int inARow;
    private boolean paced;

    /** Whether the clock has moved since the last step. */
    private boolean barrier;

    Scheduler(Execution execution) {
        this.execution = execution;
        this.standstill = new Standstill(execution);
    }

    /** Whether fairness or pacing cut some choices off: then nobody may say "all". */
    boolean paced() {
        return paced;
    }

    /** The clock moves: nobody could go on until then. */
    void everybodyHasWaited() {
        barrier = true;
    }

    // ---- points

    /** A scheduling point of a thread that can go on. */
    void point(LogicalThread me) {
        if (execution.over) {
            execution.termination.unwind(me);
            return;
        }
        if (me.initializing > 0 || me.callMode == CallMode.TRIAL) {
            return;
        }
        me.state = State.RUNNABLE;
        schedule(me, false);
    }

    /** A thread is about to wait, and has not begun to. */
    void hesitate(LogicalThread me) {
        if (execution.options.hesitant() && me.callMode == CallMode.NONE) {
            point(me);
        }
    }

    /** Waits until any other thread has taken a step. */
    void giveWay(LogicalThread me) {
        if (me.callMode != CallMode.NONE || me.initializing > 0) {
            return;
        }
        me.atCall = false;
        if (execution.over) {
            execution.termination.unwind(me);
        }
        me.state = State.YIELDING;
        me.yieldedAt = turns;
        paced = true;
        schedule(me, true);
        me.state = State.RUNNABLE;
    }

    // ---- the choice

    /** The thread is at a point, blocked or dead: choose who goes on, and return when it has the baton again. */
    void schedule(LogicalThread me, boolean yielding) {
        if (execution.over) {
            if (me.state != State.DEAD) {
                execution.termination.unwind(me);
            }
            return;
        }
        if (me.initializing > 0 && me.state == State.RUNNABLE && !me.pausesInAnInitialiser) {
            return;
        }
        if (me.state.waits) {
            execution.accesses.mark(me.status, Step.WRITE);
            if (Failures.closesACycle(me)) {
                execution.termination.stuck(me);
                return;
            }
        }
        if (Jdk.namesGiven() != namesGiven) {
            namesGiven = Jdk.namesGiven();
            execution.accesses.mark(namesLocation, Step.WRITE);
        }
        if (execution.atItsLimit()) {
            execution.termination.cut(me);
            return;
        }
        if (execution.termination.bodyDone() && execution.threads.onlyDaemonsLeft()) {
            LogicalThread unseen = unknownDaemon();
            if (unseen == null) {
                execution.termination.complete(me);
            } else {
                take(me, unseen, List.of(unseen), false);
            }
            return;
        }
        List<LogicalThread> first = List.of();
        if (execution.clock.stepsSinceItMoved() > STEPS_BEFORE_CLOCK_MOVES
                && execution.clock.earliestDeadline() != LogicalThread.NEVER) {
            paced = true;
            first = enabledThreads();
            first.removeIf(thread -> execution.clock.stepsSinceItMoved(thread) >= STEPS_OF_EACH_BEFORE_CLOCK_MOVES);
            if (first.isEmpty() && !execution.outside.admitReturned()) {
                execution.clock.move();
            }
        }
        if (execution.chooser.letsInEarly()) {
            execution.outside.admitReturned();
        }
        List<LogicalThread> enabled = enabledThreads();
        while (enabled.isEmpty()) {
            if (!standstill.somethingElseHappens(me, enabled)) {
                return;
            }
        }
        boolean rather = yielding;
        if (!first.isEmpty() && enabled.retainAll(first)) {
            rather |= !enabled.contains(me);
        }
        if (enabled.size() > 1 && inARow >= STEPS_BEFORE_OTHERS_MUST && enabled.remove(me)) {
            paced = true;
            rather = true;
        }
        LogicalThread next =
                enabled.size() == 1 && !execution.chooser.wantsForcedChoices() ? enabled.get(0) : choose(me, enabled, rather);
        if (next != null) {
            take(me, next, enabled, rather);
        }
    }

    /** Asks the chooser; null when the run has ended with its answer. */
    private LogicalThread choose(LogicalThread me, List<LogicalThread> enabled, boolean yielding) {
        int id = execution.chooser.choose(execution, me, Collections.unmodifiableList(enabled), yielding);
        for (LogicalThread thread : enabled) {
            if (thread.id == id) {
                return thread;
            }
        }
        execution.termination.finish(id == Chooser.REDUNDANT ? new Ending.Redundant() : new Ending.Diverged(), me);
        return null;
    }

    /**
     * A daemon of which nobody knows what it would do next, or null. It is let go to its first operation before the run ends: otherwise
     * nobody could tell what would be different if it came earlier.
     */
    private LogicalThread unknownDaemon() {
        for (LogicalThread thread : execution.threads()) {
            if (thread.state == State.RUNNABLE && thread.pending == null && thread.stepsAfterTheEnd < STEPS_AFTER_THE_END) {
                thread.stepsAfterTheEnd++;
                return thread;
            }
        }
        return null;
    }

    /** In the order of their numbers. */
    List<LogicalThread> enabledThreads() {
        List<LogicalThread> enabled = new ArrayList<>(4);
        for (LogicalThread thread : execution.threads()) {
            if (enabled(thread)) {
                enabled.add(thread);
            }
        }
        return enabled;
    }

    private boolean enabled(LogicalThread thread) {
        return switch (thread.state) {
            case RUNNABLE -> true;
            case IDLE_LOOP -> execution.accesses.somethingReadHasChanged(thread);
            case JOINING -> thread.joined.state == State.DEAD || thread.interrupted;
            case CALLING -> thread.timedOut || execution.calls.wouldSucceed(thread);
            case MONITOR -> thread.monitor.owner == null;
            case MEETING -> thread.guard.getAsBoolean();
            case YIELDING -> thread.yieldedAt < turns;
            case SLEEPING -> execution.clock.mayWakeEarly(thread);
            case WAITING, PARKED, OUTSIDE, RETURNED, DEAD -> false;
        };
    }

    // ---- the step

    /** Makes the next step one of {@code next}, and returns when {@code me} has the baton again. */
    private void take(LogicalThread me, LogicalThread next, List<LogicalThread> enabled, boolean yielding) {
        long mask = 0;
        boolean yieldersOnly = true;
        for (LogicalThread thread : enabled) {
            if (thread.id < 64) {
                mask |= 1L << thread.id;
            }
            yieldersOnly &= thread.state == State.YIELDING;
        }
        if (!yieldersOnly) {
            standstill.moreThanGivingWay();
        }
        boolean couldGoOn =
                switch (me.state) {
                    case RUNNABLE, MONITOR, CALLING, JOINING, IDLE_LOOP, MEETING -> enabled.contains(me) && !yielding;
                    default -> false;
                };
        couldGoOn &= !barrier; // everybody waited until the clock moved
        boolean early = next.state == State.SLEEPING;
        boolean waited = next.state.waits;
        boolean severalWays = next.interrupted || next.state == State.IDLE_LOOP;
        goesOn(next, next == me);
        newStep(next, mask, me.id, couldGoOn);
        next.nextForcedYield = next.work + Accesses.WORK_IN_A_TURN;
        execution.step.wakesInSeveralWays = severalWays;
        if (waited) {
            execution.accesses.mark(next.status, Step.WRITE);
        }
        if (early) {
            execution.accesses.touch(next, execution.clock.location, Step.WRITE);
        }
        Baton.passTo(next);
        if (next != me) {
            next.carrier.wake();
            waitForBaton(me);
        }
    }

    private void goesOn(LogicalThread next, boolean again) {
        if (next.state == State.SLEEPING) {
            execution.clock.wakeEarly(next);
        }
        if (next.state != State.MONITOR) {
            next.state = State.RUNNABLE;
        }
        next.saidThatItWaits = false;
        turns++;
        execution.clock.takesAStep(next);
        inARow = again ? inARow + 1 : 0;
        standstill.takesAStep(next);
    }

    private void newStep(LogicalThread thread, long enabled, int previous, boolean previousEnabled) {
        Step step = new Step(thread.id, previous, previousEnabled, enabled, barrier, execution.locations, thread.site);
        barrier = false;
        if (!execution.keepsDetails()) {
            step.keepNoAccesses();
        }
        execution.begin(step);
        thread.lastStep = execution.progress();
    }

    /** The first step of a run. */
    void begin(LogicalThread first) {
        newStep(first, 1, -1, false);
        Baton.passTo(first);
        first.carrier.wake();
    }

    void waitForBaton(LogicalThread me) {
        if (me.state == State.DEAD) {
            return;
        }
        ((Carrier) Thread.currentThread()).await();
        if (execution.over) {
            execution.termination.unwind(me);
        }
    }

    // ---- input and output, for Outside

    /** Who goes on while a thread is outside, chosen among those that can without any input or output; null if nobody can. */
    LogicalThread chooseWithout(LogicalThread me, List<LogicalThread> enabled) {
        return choose(me, enabled, true);
    }

    /** Makes a step of a thread that gets the baton from one that is outside, or from nobody. */
    void handTo(LogicalThread next, int previous) {
        goesOn(next, false);
        standstill.moreThanGivingWay();
        newStep(next, 0, previous, false);
        Baton.passTo(next);
    }

    /**
     * The explorer's part of {@link #schedule}, while nobody has the baton.
     *
     * @return who gets it, or null when the run has ended
     */
    LogicalThread chooseForNobody() {
        LogicalThread last = execution.threads().get(execution.step.thread());
        if (execution.atItsLimit()) {
            execution.termination.cut(last);
            return null;
        }
        List<LogicalThread> enabled = enabledThreads();
        while (enabled.isEmpty()) {
            if (!standstill.somethingElseHappens(last, enabled)) {
                return null;
            }
        }
        return choose(last, enabled, true);
    }
}
