package telar.engine.runtime;

import java.util.List;
import telar.engine.runtime.LogicalThread.State;

/**
 * What happens when no thread is enabled: those who gave way go on, input and output is waited for, time passes; and where none of
 * that gets the program anywhere, the run ends.
 */
final class Standstill {
    /** Rounds in which those that can go on only give way, after which the clock moves. */
    private static final int YIELDS_BEFORE_CLOCK_MOVES = 40;

    /** The same while one of them gives way inside the JDK, which does so a limited number of times (up to 256) and then blocks. */
    private static final int YIELDS_OF_THE_JDK_BEFORE_CLOCK_MOVES = 1_000;

    /** Moves of the clock, after the body has ended, for threads that only nap and never end. */
    private static final int CLOCK_MOVES_AFTER_BODY = 200;

    /**
     * Moves of the clock while nobody does anything but sleep in a loop, after which that is called no progress. One would do if
     * all that a loop may look at were seen; some objects of the JDK change unseen.
     */
    private static final int CLOCK_MOVES_WHILE_POLLING = 300;

    /** Moves of the clock in which only daemons did anything while the others are stuck. */
    private static final int CLOCK_MOVES_WHILE_STUCK = 1_000;

    private static final int MAX_TICKS = 100_000;

    private final Execution execution;
    private int yieldRounds;
    private int ticks;
    private int clockMovesAfterBody;
    private int clockMovesWhileStuck;
    private int clockMovesWhilePolling;

    Standstill(Execution execution) {
        this.execution = execution;
    }

    /** Somebody could go on who does not merely give way. */
    void moreThanGivingWay() {
        yieldRounds = 0;
    }

    void takesAStep(LogicalThread thread) {
        if (!thread.daemon) {
            clockMovesWhileStuck = 0;
        }
    }

    /**
     * Nobody is enabled: let time pass, wake who gave way, or end the run.
     *
     * @param enabled filled with who can go on now
     * @return whether to look again; false when the run has ended or input and output must be waited for
     */
    boolean somethingElseHappens(LogicalThread me, List<LogicalThread> enabled) {
        List<LogicalThread> threads = execution.threads();
        boolean yielders = threads.stream().anyMatch(t -> t.state == State.YIELDING);
        boolean insideTheJdk = threads.stream().anyMatch(t -> t.state == State.YIELDING && t.yieldsInsideTheJdk);
        if (yielders && ++yieldRounds <= (insideTheJdk ? YIELDS_OF_THE_JDK_BEFORE_CLOCK_MOVES : YIELDS_BEFORE_CLOCK_MOVES)) {
            threads.stream().filter(t -> t.state == State.YIELDING).forEach(enabled::add);
            return true;
        }
        if (execution.outside.mayBring(me)) {
            return false;
        }
        if (execution.clock.earliestDeadline() != LogicalThread.NEVER) {
            return timePasses(me, enabled);
        }
        for (LogicalThread thread : threads) {
            if (looksAtTheClock(thread)) {
                enabled.add(thread);
            }
        }
        if (!enabled.isEmpty()) {
            execution.clock.tick();
            if (++ticks > MAX_TICKS) {
                execution.termination.finish(new Ending.Failed(Failures.noProgress(threads)), me);
                return false;
            }
            return true;
        }
        if (yielders) {
            threads.stream().filter(t -> t.state == State.YIELDING).forEach(enabled::add);
            return true;
        }
        execution.termination.stuck(me);
        return false;
    }

    private boolean timePasses(LogicalThread me, List<LogicalThread> enabled) {
        boolean bodyDone = execution.termination.bodyDone();
        yieldRounds = 0;
        if (++clockMovesWhileStuck > CLOCK_MOVES_WHILE_STUCK
                || bodyDone && ++clockMovesAfterBody > CLOCK_MOVES_AFTER_BODY) {
            execution.termination.stuck(me);
            return false;
        }
        clockMovesWhilePolling = nobodyDoesAnythingButPoll() ? clockMovesWhilePolling + 1 : 0;
        if (clockMovesWhilePolling > CLOCK_MOVES_WHILE_POLLING) {
            if (bodyDone || execution.threads().stream().noneMatch(t -> t.polls() && !t.daemon)) {
                execution.termination.stuck(me);
            } else {
                execution.termination.finish(new Ending.Failed(Failures.noProgress(execution.threads())), me);
            }
            return false;
        }
        execution.clock.move();
        enabled.addAll(execution.scheduler.enabledThreads());
        return true;
    }

    /** Whether it is in a loop that only the clock can end. */
    private boolean looksAtTheClock(LogicalThread thread) {
        return thread.state == State.IDLE_LOOP && thread.loopReads.contains(execution.clock.location);
    }

    /** Whether whoever will go on with time has been through a whole round of a loop, while nobody did anything, only to sleep again. */
    private boolean nobodyDoesAnythingButPoll() {
        int quietSince = 0;
        for (LogicalThread thread : execution.threads()) {
            boolean polls = thread.polls();
            boolean mayGoOn =
                    switch (thread.state) {
                        case YIELDING, MEETING, OUTSIDE, RETURNED -> true;
                        case IDLE_LOOP -> looksAtTheClock(thread);
                        default -> VirtualClock.goesOnWithTime(thread);
                    };
            if (mayGoOn && !polls) {
                return false;
            }
            quietSince = Math.max(quietSince, polls ? thread.pollsSince : thread.lastStep);
        }
        for (LogicalThread thread : execution.threads()) {
            if (thread.polls() && thread.napRoundBegan < quietSince) {
                return false;
            }
        }
        return true;
    }
}
