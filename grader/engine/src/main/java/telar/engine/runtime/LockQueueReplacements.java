package telar.engine.runtime;

import java.util.Objects;

/** Who waits for a lock: threads in front of a call that is made as one step stand in no queue. See {@link Replacements}. */
public final class LockQueueReplacements {
    private LockQueueReplacements() {}

    @Replaces({
        "java/util/concurrent/locks/ReentrantLock.hasQueuedThreads()Z",
        "java/util/concurrent/locks/ReentrantReadWriteLock.hasQueuedThreads()Z",
        "java/util/concurrent/Semaphore.hasQueuedThreads()Z"
    })
    public static boolean hasQueuedThreads(Object lock) {
        return (boolean) ask(lock, "hasQueuedThreads", null) || waitingInCallsFor(lock, null) > 0;
    }

    @Replaces({
        "java/util/concurrent/locks/ReentrantLock.getQueueLength()I",
        "java/util/concurrent/locks/ReentrantReadWriteLock.getQueueLength()I",
        "java/util/concurrent/Semaphore.getQueueLength()I"
    })
    public static int getQueueLength(Object lock) {
        return (int) ask(lock, "getQueueLength", null) + waitingInCallsFor(lock, null);
    }

    @Replaces({
        "java/util/concurrent/locks/ReentrantLock.hasQueuedThread(Ljava/lang/Thread;)Z",
        "java/util/concurrent/locks/ReentrantReadWriteLock.hasQueuedThread(Ljava/lang/Thread;)Z"
    })
    public static boolean hasQueuedThread(Object lock, Thread thread) {
        return (boolean) ask(lock, "hasQueuedThread", Objects.requireNonNull(thread)) || waitingInCallsFor(lock, thread) > 0;
    }

    @Replaces({
        "java/util/concurrent/locks/AbstractQueuedSynchronizer.apparentlyFirstQueuedIsExclusive()Z",
        "java/util/concurrent/locks/AbstractQueuedLongSynchronizer.apparentlyFirstQueuedIsExclusive()Z"
    })
    public static boolean apparentlyFirstQueuedIsExclusive(Object synchronizer) {
        LogicalThread me = Baton.here();
        return me != null && me.execution.calls.aWriterIsFirst(me, synchronizer) || FirstInQueue.isExclusive(synchronizer);
    }

    private static int waitingInCallsFor(Object lock, Thread only) {
        LogicalThread me = Baton.here();
        return me == null ? 0 : me.execution.inspection.waitingInCallsFor(me, BlockingCallRunner.synchronizer(lock), only);
    }

    private static Object ask(Object lock, String method, Thread about) {
        try {
            return about == null
                    ? lock.getClass().getMethod(method).invoke(lock)
                    : lock.getClass().getMethod(method, Thread.class).invoke(lock, about);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot ask a lock who waits for it", e);
        }
    }
}
