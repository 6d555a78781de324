package telar.engine.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What threads do to themselves and to each other: start, join, interrupt, look, give way. See {@link Replacements}. */
public final class ThreadReplacements {
    private ThreadReplacements() {}

    @Replaces("java/util/concurrent/TimeUnit.timedJoin(Ljava/lang/Thread;J)V")
    public static void timedJoin(TimeUnit unit, Thread thread, long amount) throws InterruptedException {
        if (amount > 0) {
            joinNanos(thread, unit.toNanos(amount));
        }
    }

    @Replaces({"java/lang/Thread.yield()V", "java/lang/Thread.onSpinWait()V"})
    public static void yield() {
        LogicalThread me = Baton.here();
        if (me == null) {
            Thread.yield();
        } else {
            me.execution.operations.yield(me);
        }
    }

    @Replaces("java/lang/Thread.currentThread()Ljava/lang/Thread;")
    public static Thread currentThread() {
        LogicalThread me = Baton.here();
        return me == null ? Thread.currentThread() : me.thread;
    }

    @Replaces("java/lang/Thread.start()V")
    public static void start(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = Baton.here();
        if (me == null) {
            thread.start();
        } else {
            me.execution.operations.start(me, thread, null);
        }
    }

    @Replaces("java/lang/Thread.join()V")
    public static void join(Thread thread) throws InterruptedException {
        join(thread, 0);
    }

    @Replaces("java/lang/Thread.join(J)V")
    public static void join(Thread thread, long millis) throws InterruptedException {
        Objects.requireNonNull(thread);
        if (Baton.here() == null) {
            thread.join(millis);
            return;
        }
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        joinNanos(thread, TimeReplacements.nanos(millis, 0));
    }

    @Replaces("java/lang/Thread.join(JI)V")
    public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
        Objects.requireNonNull(thread);
        joinNanos(thread, TimeReplacements.nanos(millis, nanos));
    }

    @Replaces("java/lang/Thread.join(Ljava/time/Duration;)Z")
    public static boolean join(Thread thread, Duration duration) throws InterruptedException {
        Objects.requireNonNull(thread);
        long nanos = TimeUnit.NANOSECONDS.convert(duration);
        if (nanos > 0) {
            joinNanos(thread, nanos);
        }
        return !isAlive(thread);
    }

    static void joinNanos(Thread thread, long nanos) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (me == null) {
            thread.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } else {
            me.execution.operations.join(me, thread, nanos);
        }
    }

    @Replaces("java/lang/Thread.isAlive()Z")
    public static boolean isAlive(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = Baton.here();
        return me == null ? thread.isAlive() : me.execution.inspection.alive(me, thread);
    }

    @Replaces("java/lang/Thread.getState()Ljava/lang/Thread$State;")
    public static Thread.State getState(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = Baton.here();
        return me == null ? thread.getState() : me.execution.inspection.state(me, thread);
    }

    @Replaces("java/lang/Thread.interrupt()V")
    public static void interrupt(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = Baton.here();
        if (me == null) {
            thread.interrupt();
        } else {
            me.execution.signals.interrupt(me, thread);
        }
    }

    @Replaces("java/lang/Thread.isInterrupted()Z")
    public static boolean isInterrupted(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = Baton.here();
        return me == null ? thread.isInterrupted() : me.execution.signals.isInterrupted(me, thread);
    }

    @Replaces("java/lang/Thread.interrupted()Z")
    public static boolean interrupted() {
        LogicalThread me = Baton.here();
        return me == null ? Thread.interrupted() : me.execution.signals.testAndClearInterrupt(me);
    }
}
