package telar.engine.runtime;

import telar.engine.runtime.LogicalThread.State;

/** The time of one run, in nanoseconds: it stands still until it jumps to a deadline, whose threads can then go on. */
final class VirtualClock {
    static final long START = 1_000_000_000L;

    /** The deadline of waits for longer than a clock can count. */
    static final long NO_SUCH_TIME = LogicalThread.NEVER - 1;

    private static final int MAX_EARLY_WAKES = 6;

    /** Written when the clock moves, read by who looks at it in a loop. */
    final Location location = new Location("clock");

    private final Execution execution;
    private long now = START;

    /** How many steps there were when it jumped to a deadline last. */
    private int lastMove;

    private int earlyWakesLeft = MAX_EARLY_WAKES;

    /** The number given last to a thread that waits in a call while time passes. */
    private int queued;

    VirtualClock(Execution execution) {
        this.execution = execution;
    }

    long now() {
        return now;
    }

    int stepsSinceItMoved() {
        return execution.progress() - lastMove;
    }

    /** How many of them were the thread's. */
    int stepsSinceItMoved(LogicalThread thread) {
        return thread.stepsCountedSince == lastMove ? thread.stepsAtThisTime : 0;
    }

    void takesAStep(LogicalThread thread) {
        thread.stepsAtThisTime = stepsSinceItMoved(thread) + 1;
        thread.stepsCountedSince = lastMove;
    }

    /**
     * The deadline of a wait that begins now. One too far away to be counted is {@link #NO_SUCH_TIME}: it is timed, but no run gets there.
     *
     * @param nanos not negative
     */
    long after(long nanos) {
        long deadline = now + nanos;
        return deadline < now ? NO_SUCH_TIME : Math.min(deadline, NO_SUCH_TIME);
    }

    /** The earliest deadline that a run gets to, or {@link LogicalThread#NEVER}. */
    long earliestDeadline() {
        long earliest = LogicalThread.NEVER;
        for (LogicalThread thread : execution.threads()) {
            if (timed(thread)) {
                earliest = Math.min(earliest, thread.deadline);
            }
        }
        return earliest == NO_SUCH_TIME ? LogicalThread.NEVER : earliest;
    }

    private static boolean timed(LogicalThread thread) {
        return switch (thread.state) {
            case SLEEPING, WAITING, PARKED, JOINING, CALLING -> thread.deadline != LogicalThread.NEVER;
            default -> false;
        };
    }

    /** Whether the thread waits for a time that comes. */
    static boolean goesOnWithTime(LogicalThread thread) {
        return timed(thread) && thread.deadline != NO_SUCH_TIME;
    }

    /** The clock jumps to the earliest deadline, and whoever waited for it can go on. */
    void move() {
        execution.pending.collectBeforeTheNextStep();
        now = Math.max(now, earliestDeadline());
        lastMove = execution.progress();
        execution.repetition.clockMoves();
        location.version++;
        execution.scheduler.everybodyHasWaited();
        for (LogicalThread thread : execution.threads()) {
            if (thread.state == State.CALLING && thread.queued == 0) {
                thread.queued = ++queued;
            }
            if (timed(thread) && thread.deadline <= now) {
                thread.timedOut = true;
                thread.deadline = LogicalThread.NEVER;
                thread.status.version++;
                if (thread.state == State.WAITING) {
                    thread.monitor.waiting.remove(thread);
                    thread.state = State.MONITOR;
                } else if (thread.state != State.CALLING) {
                    thread.state = State.RUNNABLE;
                }
            }
        }
        if (execution.recorder != null) {
            execution.recorder.clock(now - START);
        }
    }

    /** A little time passes, for those who look at the clock again and again. */
    void tick() {
        now += 1_000_000;
        location.version++;
    }

    // ---- early sleepers

    /** Early wakes keep to the order of deadlines, and no timed wait is overtaken. */
    boolean mayWakeEarly(LogicalThread sleeper) {
        if (!execution.options.adversarial() || earlyWakesLeft <= 0 || sleeper.deadline == NO_SUCH_TIME) {
            return false;
        }
        for (LogicalThread other : execution.threads()) {
            if (other != sleeper && timed(other) && other.deadline < sleeper.deadline) {
                return false;
            }
        }
        return true;
    }

    /** The sleeper goes on now; it is for {@link Scheduler} to make it. */
    void wakeEarly(LogicalThread sleeper) {
        earlyWakesLeft--;
        now = Math.max(now, sleeper.deadline);
        for (LogicalThread other : execution.threads()) {
            if (other.state == State.SLEEPING && other.deadline <= now) {
                other.deadline = LogicalThread.NEVER;
                other.timedOut = true;
                execution.accesses.mark(other.status, Step.WRITE);
                if (other != sleeper) {
                    other.state = State.RUNNABLE;
                }
            }
        }
    }

    /** A time for a reader. */
    static String duration(long nanos) {
        if (nanos % 1_000_000_000L == 0) {
            return nanos / 1_000_000_000L + " s";
        }
        return nanos % 1_000_000L == 0 ? nanos / 1_000_000L + " ms" : nanos + " ns";
    }
}
