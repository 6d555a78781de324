package telar.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Sleeping and looking at the clock: time is virtual. See {@link Replacements}. */
public final class TimeReplacements {
    private TimeReplacements() {}

    @Replaces("java/lang/Thread.sleep(J)V")
    public static void sleep(long millis) throws InterruptedException {
        sleep(millis, 0);
    }

    @Replaces("java/lang/Thread.sleep(JI)V")
    public static void sleep(long millis, int nanos) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (me == null) {
            Thread.sleep(millis, nanos);
            return;
        }
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        sleepNanos(me, nanos(millis, nanos));
    }

    @Replaces("java/lang/Thread.sleep(Ljava/time/Duration;)V")
    public static void sleep(Duration duration) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (me == null) {
            TimeUnit.NANOSECONDS.sleep(TimeUnit.NANOSECONDS.convert(duration));
        } else {
            sleepNanos(me, Math.max(0, TimeUnit.NANOSECONDS.convert(duration)));
        }
    }

    @Replaces("java/util/concurrent/TimeUnit.sleep(J)V")
    public static void sleep(TimeUnit unit, long amount) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (me == null) {
            unit.sleep(amount);
        } else if (amount > 0) {
            sleepNanos(me, unit.toNanos(amount));
        }
    }

    /** Both together, or {@link Long#MAX_VALUE} where that is too much to be counted in nanoseconds. */
    static long nanos(long millis, int nanos) {
        long sum = TimeUnit.MILLISECONDS.toNanos(millis) + nanos;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static void sleepNanos(LogicalThread me, long nanos) throws InterruptedException {
        if (nanos == 0 && !me.interrupted) {
            me.execution.operations.yield(me);
        } else {
            me.execution.operations.sleep(me, nanos);
        }
    }

    @Replaces("java/lang/System.nanoTime()J")
    public static long nanoTime() {
        LogicalThread me = Baton.here();
        if (me == null) {
            return System.nanoTime();
        }
        readsClock(me);
        return me.execution.clock.now() + me.skew;
    }

    @Replaces("java/lang/System.currentTimeMillis()J")
    public static long currentTimeMillis() {
        LogicalThread me = Baton.here();
        if (me == null) {
            return System.currentTimeMillis();
        }
        readsClock(me);
        return 1_700_000_000_000L + me.execution.clock.now() / 1_000_000;
    }

    @Replaces("java/time/Instant.now()Ljava/time/Instant;")
    public static Instant instantNow() {
        return Baton.here() == null ? Instant.now() : Instant.ofEpochMilli(currentTimeMillis());
    }

    private static void readsClock(LogicalThread me) {
        me.execution.repetition.readsTheClock(me);
        if (me.loopSite >= 0) {
            me.execution.accesses.touch(me, me.execution.clock.location, Step.READ);
        }
    }
}
