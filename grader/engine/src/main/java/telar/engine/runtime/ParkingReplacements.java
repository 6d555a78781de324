package telar.engine.runtime;

import java.util.concurrent.locks.LockSupport;

/** Parking, on which the JDK's own synchronizers rest. See {@link Replacements}. */
public final class ParkingReplacements {
    private ParkingReplacements() {}

    @Replaces("java/util/concurrent/locks/LockSupport.park()V")
    public static void park() {
        LogicalThread me = Baton.here();
        if (me == null) {
            LockSupport.park();
        } else {
            me.execution.parking.park(me, -1, null);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.park(Ljava/lang/Object;)V")
    public static void park(Object blocker) {
        LogicalThread me = Baton.here();
        if (me == null) {
            LockSupport.park(blocker);
        } else {
            me.execution.parking.park(me, -1, blocker);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkNanos(J)V")
    public static void parkNanos(long nanos) {
        parkNanos(null, nanos);
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkNanos(Ljava/lang/Object;J)V")
    public static void parkNanos(Object blocker, long nanos) {
        LogicalThread me = Baton.here();
        if (me == null) {
            LockSupport.parkNanos(blocker, nanos);
        } else if (nanos > 0) {
            me.execution.parking.park(me, nanos, blocker);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkUntil(J)V")
    public static void parkUntil(long deadline) {
        parkUntil(null, deadline);
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkUntil(Ljava/lang/Object;J)V")
    public static void parkUntil(Object blocker, long deadline) {
        long now = TimeReplacements.currentTimeMillis();
        parkNanos(blocker, deadline <= now ? 0 : TimeReplacements.nanos(deadline - now, 0));
    }

    @Replaces("java/util/concurrent/locks/LockSupport.unpark(Ljava/lang/Thread;)V")
    public static void unpark(Thread thread) {
        LogicalThread me = Baton.here();
        if (me == null) {
            LockSupport.unpark(thread);
        } else if (thread != null) {
            me.execution.parking.unpark(me, thread);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.setCurrentBlocker(Ljava/lang/Object;)V")
    public static void setCurrentBlocker(Object blocker) {
        LogicalThread me = Baton.here();
        if (me != null) {
            me.blocker = blocker;
        }
    }

    @Replaces("jdk/internal/misc/Unsafe.park(ZJ)V")
    public static void rawPark(Object unsafe, boolean absolute, long time) {
        if (absolute) {
            parkUntil(time);
        } else if (time == 0) {
            LogicalThread me = Baton.here();
            park(me == null ? null : me.blocker);
        } else {
            parkNanos(time);
        }
    }

    @Replaces("jdk/internal/misc/Unsafe.unpark(Ljava/lang/Object;)V")
    public static void rawUnpark(Object unsafe, Object thread) {
        unpark((Thread) thread);
    }
}
