package telar.engine.runtime;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * The methods of {@link Object} for waiting and notifying, and waits at conditions, which may wake without a signal.
 *
 * @see Replacements
 */
public final class MonitorReplacements {
    private MonitorReplacements() {}

    @Replaces("java/lang/Object.wait()V")
    public static void await(Object object) throws InterruptedException {
        await(object, 0);
    }

    @Replaces("java/lang/Object.wait(J)V")
    public static void await(Object object, long millis) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (me == null) {
            object.wait(millis);
            return;
        }
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        me.execution.monitors.await(me, object, millis == 0 ? -1 : TimeReplacements.nanos(millis, 0));
    }

    @Replaces("java/lang/Object.wait(JI)V")
    public static void await(Object object, long millis, int nanos) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (me == null) {
            object.wait(millis, nanos);
            return;
        }
        me.execution.monitors.await(me, object, millis == 0 && nanos == 0 ? -1 : TimeReplacements.nanos(millis, nanos));
    }

    @Replaces("java/lang/Object.notify()V")
    public static void signal(Object object) {
        LogicalThread me = Baton.here();
        if (me == null) {
            object.notify();
        } else {
            me.execution.monitors.signal(me, object, false);
        }
    }

    @Replaces("java/lang/Object.notifyAll()V")
    public static void signalAll(Object object) {
        LogicalThread me = Baton.here();
        if (me == null) {
            object.notifyAll();
        } else {
            me.execution.monitors.signal(me, object, true);
        }
    }

    @Replaces("java/lang/Thread.holdsLock(Ljava/lang/Object;)Z")
    public static boolean holdsLock(Object object) {
        LogicalThread me = Baton.here();
        return me == null ? Thread.holdsLock(object) : me.execution.monitors.holds(me, object);
    }

    /** Whether the program's wait at a condition of the JDK wakes without a signal in this run. */
    private static boolean spurious(LogicalThread me, Condition condition) {
        return me != null
                && me.atCall // the call is the program's own
                && me.callMode == LogicalThread.CallMode.NONE
                && me.initializing == 0
                && !me.interrupted
                && condition.getClass().getName().startsWith("shadow.")
                && me.execution.spuriousEvents.spurious(me);
    }

    @Replaces("java/util/concurrent/locks/Condition.await()V")
    public static void await(Condition condition) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (spurious(me, condition)) {
            me.execution.spuriousEvents.awaitSpuriously(me, condition);
        } else {
            condition.await();
        }
    }

    @Replaces("java/util/concurrent/locks/Condition.awaitUninterruptibly()V")
    public static void awaitUninterruptibly(Condition condition) {
        LogicalThread me = Baton.here();
        if (!spurious(me, condition)) {
            condition.awaitUninterruptibly();
            return;
        }
        try {
            me.execution.spuriousEvents.awaitSpuriously(me, condition);
        } catch (InterruptedException e) {
            me.interrupted = true; // as the JDK does, it leaves the status as it was
        }
    }

    @Replaces("java/util/concurrent/locks/Condition.await(JLjava/util/concurrent/TimeUnit;)Z")
    public static boolean await(Condition condition, long amount, TimeUnit unit) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (amount <= 0 || !spurious(me, condition)) {
            return condition.await(amount, unit);
        }
        me.execution.spuriousEvents.awaitSpuriously(me, condition);
        return true;
    }

    @Replaces("java/util/concurrent/locks/Condition.awaitNanos(J)J")
    public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (nanos <= 0 || !spurious(me, condition)) {
            return condition.awaitNanos(nanos);
        }
        me.execution.spuriousEvents.awaitSpuriously(me, condition);
        return nanos;
    }

    @Replaces("java/util/concurrent/locks/Condition.awaitUntil(Ljava/util/Date;)Z")
    public static boolean awaitUntil(Condition condition, Date deadline) throws InterruptedException {
        LogicalThread me = Baton.here();
        if (!spurious(me, condition)) {
            return condition.awaitUntil(deadline);
        }
        me.execution.spuriousEvents.awaitSpuriously(me, condition);
        return true;
    }

    @Replaces("java/util/concurrent/TimeUnit.timedWait(Ljava/lang/Object;J)V")
    public static void timedWait(TimeUnit unit, Object object, long amount) throws InterruptedException {
        if (amount > 0) {
            await(object, Math.max(1, unit.toMillis(amount)));
        }
    }
}
