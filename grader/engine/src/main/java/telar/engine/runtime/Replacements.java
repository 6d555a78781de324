package telar.engine.runtime;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.reflect.Method;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What instrumented code calls in place of the JDK methods named in {@link Replaces}. On a thread that is not part of an
 * execution each does what the original does. A receiver is the first parameter; types that only the JDK may name are passed as
 * {@link Object}. Public because generated code calls it; not for people.
 */
public final class Replacements {
    private static final int PROCESSORS = 4;

    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Replacements() {}

    /** {@code owner.name + descriptor} of the original to {@code owner.name + descriptor} of the replacement. */
    public static Map<String, String> table() {
        Map<String, String> table = new HashMap<>();
        for (Method method : Replacements.class.getDeclaredMethods()) {
            Replaces replaces = method.getAnnotation(Replaces.class);
            if (replaces != null) {
                String descriptor =
                        MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString();
                for (String original : replaces.value()) {
                    table.put(original, "telar/engine/runtime/Replacements." + method.getName() + descriptor);
                }
            }
        }
        return table;
    }

    private static LogicalThread here() {
        return Baton.here();
    }

    private static Primitives primitives(LogicalThread me) {
        return me.execution.primitives;
    }

    // ---- monitors

    @Replaces("java/lang/Object.wait()V")
    public static void await(Object object) throws InterruptedException {
        await(object, 0);
    }

    @Replaces("java/lang/Object.wait(J)V")
    public static void await(Object object, long millis) throws InterruptedException {
        LogicalThread me = here();
        if (me == null) {
            object.wait(millis);
            return;
        }
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        primitives(me).await(me, object, millis == 0 ? -1 : nanos(millis, 0));
    }

    @Replaces("java/lang/Object.wait(JI)V")
    public static void await(Object object, long millis, int nanos) throws InterruptedException {
        LogicalThread me = here();
        if (me == null) {
            object.wait(millis, nanos);
            return;
        }
        primitives(me).await(me, object, millis == 0 && nanos == 0 ? -1 : nanos(millis, nanos));
    }

    @Replaces("java/lang/Object.notify()V")
    public static void signal(Object object) {
        LogicalThread me = here();
        if (me == null) {
            object.notify();
        } else {
            primitives(me).signal(me, object, false);
        }
    }

    @Replaces("java/lang/Object.notifyAll()V")
    public static void signalAll(Object object) {
        LogicalThread me = here();
        if (me == null) {
            object.notifyAll();
        } else {
            primitives(me).signal(me, object, true);
        }
    }

    @Replaces("java/lang/Thread.holdsLock(Ljava/lang/Object;)Z")
    public static boolean holdsLock(Object object) {
        LogicalThread me = here();
        return me == null ? Thread.holdsLock(object) : primitives(me).holds(me, object);
    }

    /** Whether the program's wait at a condition of the JDK wakes without a signal in this run. */
    private static boolean spurious(LogicalThread me, Condition condition) {
        return me != null
                && me.atCall // the call is the program's own
                && me.callMode == LogicalThread.CallMode.NONE
                && me.initializing == 0
                && !me.interrupted
                && condition.getClass().getName().startsWith("shadow.")
                && primitives(me).spurious(me);
    }

    @Replaces("java/util/concurrent/locks/Condition.await()V")
    public static void await(Condition condition) throws InterruptedException {
        LogicalThread me = here();
        if (spurious(me, condition)) {
            primitives(me).awaitSpuriously(me, condition);
        } else {
            condition.await();
        }
    }

    @Replaces("java/util/concurrent/locks/Condition.awaitUninterruptibly()V")
    public static void awaitUninterruptibly(Condition condition) {
        LogicalThread me = here();
        if (!spurious(me, condition)) {
            condition.awaitUninterruptibly();
            return;
        }
        try {
            primitives(me).awaitSpuriously(me, condition);
        } catch (InterruptedException e) {
            me.interrupted = true; // as the JDK does, it leaves the status as it was
        }
    }

    @Replaces("java/util/concurrent/locks/Condition.await(JLjava/util/concurrent/TimeUnit;)Z")
    public static boolean await(Condition condition, long amount, TimeUnit unit) throws InterruptedException {
        LogicalThread me = here();
        if (amount <= 0 || !spurious(me, condition)) {
            return condition.await(amount, unit);
        }
        primitives(me).awaitSpuriously(me, condition);
        return true;
    }

    @Replaces("java/util/concurrent/locks/Condition.awaitNanos(J)J")
    public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        LogicalThread me = here();
        if (nanos <= 0 || !spurious(me, condition)) {
            return condition.awaitNanos(nanos);
        }
        primitives(me).awaitSpuriously(me, condition);
        return nanos;
    }

    @Replaces("java/util/concurrent/locks/Condition.awaitUntil(Ljava/util/Date;)Z")
    public static boolean awaitUntil(Condition condition, java.util.Date deadline) throws InterruptedException {
        LogicalThread me = here();
        if (!spurious(me, condition)) {
            return condition.awaitUntil(deadline);
        }
        primitives(me).awaitSpuriously(me, condition);
        return true;
    }

    // ---- time

    @Replaces("java/lang/Thread.sleep(J)V")
    public static void sleep(long millis) throws InterruptedException {
        sleep(millis, 0);
    }

    @Replaces("java/lang/Thread.sleep(JI)V")
    public static void sleep(long millis, int nanos) throws InterruptedException {
        LogicalThread me = here();
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
    public static void sleep(java.time.Duration duration) throws InterruptedException {
        LogicalThread me = here();
        if (me == null) {
            TimeUnit.NANOSECONDS.sleep(TimeUnit.NANOSECONDS.convert(duration));
        } else {
            sleepNanos(me, Math.max(0, TimeUnit.NANOSECONDS.convert(duration)));
        }
    }

    @Replaces("java/util/concurrent/TimeUnit.sleep(J)V")
    public static void sleep(TimeUnit unit, long amount) throws InterruptedException {
        LogicalThread me = here();
        if (me == null) {
            unit.sleep(amount);
        } else if (amount > 0) {
            sleepNanos(me, unit.toNanos(amount));
        }
    }

    /** Both together, or {@link Long#MAX_VALUE} where that is too much to be counted in nanoseconds. */
    private static long nanos(long millis, int nanos) {
        long sum = TimeUnit.MILLISECONDS.toNanos(millis) + nanos;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static void sleepNanos(LogicalThread me, long nanos) throws InterruptedException {
        if (nanos == 0 && !me.interrupted) {
            primitives(me).yield(me);
        } else {
            primitives(me).sleep(me, nanos);
        }
    }

    @Replaces("java/util/concurrent/TimeUnit.timedJoin(Ljava/lang/Thread;J)V")
    public static void timedJoin(TimeUnit unit, Thread thread, long amount) throws InterruptedException {
        if (amount > 0) {
            joinNanos(thread, unit.toNanos(amount));
        }
    }

    @Replaces("java/util/concurrent/TimeUnit.timedWait(Ljava/lang/Object;J)V")
    public static void timedWait(TimeUnit unit, Object object, long amount) throws InterruptedException {
        if (amount > 0) {
            await(object, Math.max(1, unit.toMillis(amount)));
        }
    }

    @Replaces("java/lang/System.nanoTime()J")
    public static long nanoTime() {
        LogicalThread me = here();
        if (me == null) {
            return System.nanoTime();
        }
        readsClock(me);
        return me.execution.clock.now() + me.skew;
    }

    @Replaces("java/lang/System.currentTimeMillis()J")
    public static long currentTimeMillis() {
        LogicalThread me = here();
        if (me == null) {
            return System.currentTimeMillis();
        }
        readsClock(me);
        return 1_700_000_000_000L + me.execution.clock.now() / 1_000_000;
    }

    @Replaces("java/time/Instant.now()Ljava/time/Instant;")
    public static java.time.Instant instantNow() {
        return here() == null ? java.time.Instant.now() : java.time.Instant.ofEpochMilli(currentTimeMillis());
    }

    private static void readsClock(LogicalThread me) {
        if (me.loopSite >= 0) {
            me.execution.accesses.touch(me, me.execution.clock.location, Step.READ);
        }
    }

    @Replaces({"java/lang/Thread.yield()V", "java/lang/Thread.onSpinWait()V"})
    public static void yield() {
        LogicalThread me = here();
        if (me == null) {
            Thread.yield();
        } else {
            primitives(me).yield(me);
        }
    }

    // ---- threads

    @Replaces("java/lang/Thread.currentThread()Ljava/lang/Thread;")
    public static Thread currentThread() {
        LogicalThread me = here();
        return me == null ? Thread.currentThread() : me.thread;
    }

    @Replaces("java/lang/Thread.start()V")
    public static void start(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = here();
        if (me == null) {
            thread.start();
        } else {
            primitives(me).start(me, thread, null);
        }
    }

    @Replaces("java/lang/Thread.join()V")
    public static void join(Thread thread) throws InterruptedException {
        join(thread, 0);
    }

    @Replaces("java/lang/Thread.join(J)V")
    public static void join(Thread thread, long millis) throws InterruptedException {
        Objects.requireNonNull(thread);
        if (here() == null) {
            thread.join(millis);
            return;
        }
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        joinNanos(thread, nanos(millis, 0));
    }

    @Replaces("java/lang/Thread.join(JI)V")
    public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
        Objects.requireNonNull(thread);
        joinNanos(thread, nanos(millis, nanos));
    }

    @Replaces("java/lang/Thread.join(Ljava/time/Duration;)Z")
    public static boolean join(Thread thread, java.time.Duration duration) throws InterruptedException {
        Objects.requireNonNull(thread);
        long nanos = TimeUnit.NANOSECONDS.convert(duration);
        if (nanos > 0) {
            joinNanos(thread, nanos);
        }
        return !isAlive(thread);
    }

    private static void joinNanos(Thread thread, long nanos) throws InterruptedException {
        LogicalThread me = here();
        if (me == null) {
            thread.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } else {
            primitives(me).join(me, thread, nanos);
        }
    }

    @Replaces("java/lang/Thread.isAlive()Z")
    public static boolean isAlive(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = here();
        return me == null ? thread.isAlive() : primitives(me).alive(me, thread);
    }

    @Replaces("java/lang/Thread.getState()Ljava/lang/Thread$State;")
    public static Thread.State getState(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = here();
        return me == null ? thread.getState() : primitives(me).state(me, thread);
    }

    @Replaces("java/lang/Thread.setName(Ljava/lang/String;)V")
    public static void setName(Thread thread, String name) {
        naming(Objects.requireNonNull(thread), Step.WRITE);
        thread.setName(name);
    }

    @Replaces("java/lang/Thread.getName()Ljava/lang/String;")
    public static String getName(Thread thread) {
        naming(Objects.requireNonNull(thread), Step.READ);
        return thread.getName();
    }

    @Replaces("java/lang/Thread.toString()Ljava/lang/String;")
    public static String toString(Thread thread) {
        naming(Objects.requireNonNull(thread), Step.READ);
        return thread.toString();
    }

    private static void naming(Thread thread, byte kind) {
        LogicalThread me = here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        if (target != null) {
            primitives(me).naming(me, target, kind);
        }
    }

    @Replaces("java/lang/Thread.setDaemon(Z)V")
    public static void setDaemon(Thread thread, boolean daemon) {
        Objects.requireNonNull(thread);
        LogicalThread me = here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        if (target != null && target.alive()) {
            throw new IllegalThreadStateException();
        }
        thread.setDaemon(daemon);
    }

    @Replaces("java/lang/Thread.interrupt()V")
    public static void interrupt(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = here();
        if (me == null) {
            thread.interrupt();
        } else {
            primitives(me).interrupt(me, thread);
        }
    }

    @Replaces("java/lang/Thread.isInterrupted()Z")
    public static boolean isInterrupted(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = here();
        return me == null ? thread.isInterrupted() : primitives(me).isInterrupted(me, thread);
    }

    @Replaces("java/lang/Thread.interrupted()Z")
    public static boolean interrupted() {
        LogicalThread me = here();
        return me == null ? Thread.interrupted() : primitives(me).testAndClearInterrupt(me);
    }

    @Replaces("java/lang/Thread.setPriority(I)V")
    public static void setPriority(Thread thread, int priority) {
        thread.setPriority(priority);
        Carrier carrier = carrier(thread);
        if (carrier != null) {
            Jdk.setGroupAndPriorityFields(carrier, null, thread.getPriority()); // threads made by it inherit from its carrier
        }
    }

    @Replaces("java/lang/Thread.setContextClassLoader(Ljava/lang/ClassLoader;)V")
    public static void setContextClassLoader(Thread thread, ClassLoader loader) {
        thread.setContextClassLoader(loader);
        Carrier carrier = carrier(thread);
        if (carrier != null) {
            carrier.setContextClassLoader(loader);
        }
    }

    private static Carrier carrier(Thread thread) {
        LogicalThread me = here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        return target == null || !target.alive() ? null : target.carrier;
    }

    @Replaces({
        "java/lang/Thread.getId()J",
        "java/lang/Thread.threadId()J",
        "java/util/concurrent/locks/LockSupport.getThreadId(Ljava/lang/Thread;)J"
    })
    @SuppressWarnings("deprecation") // the only way to ask on 17
    public static long threadId(Thread thread) {
        Objects.requireNonNull(thread);
        LogicalThread me = here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        return target == null ? thread.getId() : target.id + 1;
    }

    @Replaces(
            "java/lang/Thread.setDefaultUncaughtExceptionHandler(Ljava/lang/Thread$UncaughtExceptionHandler;)V")
    public static void setDefaultHandler(Thread.UncaughtExceptionHandler handler) {
        LogicalThread me = here();
        if (me == null) {
            Thread.setDefaultUncaughtExceptionHandler(handler);
        } else {
            me.execution.lifecycle.defaultHandler = handler;
        }
    }

    @Replaces(
            "java/lang/Thread.getDefaultUncaughtExceptionHandler()Ljava/lang/Thread$UncaughtExceptionHandler;")
    public static Thread.UncaughtExceptionHandler defaultHandler() {
        LogicalThread me = here();
        return me == null ? Thread.getDefaultUncaughtExceptionHandler() : me.execution.lifecycle.defaultHandler;
    }

    @Replaces("java/lang/Thread.startVirtualThread(Ljava/lang/Runnable;)Ljava/lang/Thread;")
    public static Thread startVirtualThread(Runnable task) {
        Objects.requireNonNull(task);
        try {
            return startBuilt(Thread.class.getMethod("ofVirtual").invoke(null), task);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("virtual threads need Java 21 or newer", e);
        }
    }

    @Replaces({
        "java/lang/Thread$Builder.start(Ljava/lang/Runnable;)Ljava/lang/Thread;",
        "java/lang/Thread$Builder$OfVirtual.start(Ljava/lang/Runnable;)Ljava/lang/Thread;",
        "java/lang/Thread$Builder$OfPlatform.start(Ljava/lang/Runnable;)Ljava/lang/Thread;"
    })
    public static Thread startBuilt(Object builder, Runnable task) {
        LogicalThread me = here();
        try {
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            if (me == null) {
                return (Thread) type.getMethod("start", Runnable.class).invoke(builder, task);
            }
            Thread thread = (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, task);
            primitives(me).start(me, thread, task);
            return thread;
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Replaces({
        "java/lang/Thread$Builder.unstarted(Ljava/lang/Runnable;)Ljava/lang/Thread;",
        "java/lang/Thread$Builder$OfVirtual.unstarted(Ljava/lang/Runnable;)Ljava/lang/Thread;"
    })
    public static Thread unstarted(Object builder, Runnable task) {
        try {
            return remembered((Thread) Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class).invoke(builder, task), task);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Replaces("java/util/concurrent/ThreadFactory.newThread(Ljava/lang/Runnable;)Ljava/lang/Thread;")
    public static Thread newThread(ThreadFactory factory, Runnable task) {
        return remembered(factory.newThread(task), task);
    }

    /** The {@code run()} of a virtual thread does nothing unless the JDK itself runs it, so its task has to be known when it starts. */
    private static Thread remembered(Thread thread, Runnable task) {
        LogicalThread me = here();
        if (me != null && thread != null && LogicalThread.isVirtual(thread)) {
            me.execution.threads.remember(thread, task);
        }
        return thread;
    }

    @Replaces({
        "jdk/internal/vm/SharedThreadContainer.start(Ljava/lang/Thread;)V",
        "jdk/internal/vm/ThreadContainer.start(Ljava/lang/Thread;)V"
    })
    public static void startInContainer(Object container, Thread thread) {
        start(thread);
    }

    @Replaces("jdk/internal/access/JavaLangAccess.start(Ljava/lang/Thread;Ljdk/internal/vm/ThreadContainer;)V")
    public static void startInContainer(Object access, Thread thread, Object container) {
        start(thread);
    }

    // ---- groups of threads

    @Replaces("java/lang/Thread.getThreadGroup()Ljava/lang/ThreadGroup;")
    public static ThreadGroup groupOf(Thread thread) {
        LogicalThread me = here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        return target != null && !target.alive() ? null : thread.getThreadGroup();
    }

    @Replaces("java/lang/ThreadGroup.activeCount()I")
    public static int activeCount(ThreadGroup group) {
        LogicalThread me = here();
        return me == null ? group.activeCount() : primitives(me).members(me, group, true).size();
    }

    @Replaces("java/lang/Thread.activeCount()I")
    public static int activeCount() {
        return here() == null ? Thread.activeCount() : activeCount(currentThread().getThreadGroup());
    }

    @Replaces("java/lang/ThreadGroup.enumerate([Ljava/lang/Thread;)I")
    public static int enumerate(ThreadGroup group, Thread[] into) {
        return enumerate(group, into, true);
    }

    @Replaces("java/lang/ThreadGroup.enumerate([Ljava/lang/Thread;Z)I")
    public static int enumerate(ThreadGroup group, Thread[] into, boolean recurse) {
        LogicalThread me = here();
        if (me == null) {
            return group.enumerate(into, recurse);
        }
        java.util.List<Thread> members = primitives(me).members(me, group, recurse);
        int count = Math.min(into.length, members.size());
        for (int i = 0; i < count; i++) {
            into[i] = members.get(i);
        }
        return count;
    }

    @Replaces("java/lang/Thread.enumerate([Ljava/lang/Thread;)I")
    public static int enumerate(Thread[] into) {
        return here() == null ? Thread.enumerate(into) : enumerate(currentThread().getThreadGroup(), into, true);
    }

    @Replaces("java/lang/ThreadGroup.interrupt()V")
    public static void interrupt(ThreadGroup group) {
        LogicalThread me = here();
        if (me == null) {
            group.interrupt();
            return;
        }
        for (Thread member : primitives(me).members(me, group, true)) {
            primitives(me).interrupt(me, member);
        }
    }

    // ---- who waits for a lock: threads in front of a call that is made as one step stand in no queue

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
        LogicalThread me = here();
        return me != null && me.execution.calls.aWriterIsFirst(me, synchronizer) || FirstInQueue.isExclusive(synchronizer);
    }

    private static int waitingInCallsFor(Object lock, Thread only) {
        LogicalThread me = here();
        return me == null ? 0 : primitives(me).waitingInCallsFor(me, BlockingCallRunner.synchronizer(lock), only);
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

    // ---- parking

    @Replaces("java/util/concurrent/locks/LockSupport.park()V")
    public static void park() {
        LogicalThread me = here();
        if (me == null) {
            LockSupport.park();
        } else {
            primitives(me).park(me, -1, null);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.park(Ljava/lang/Object;)V")
    public static void park(Object blocker) {
        LogicalThread me = here();
        if (me == null) {
            LockSupport.park(blocker);
        } else {
            primitives(me).park(me, -1, blocker);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkNanos(J)V")
    public static void parkNanos(long nanos) {
        parkNanos(null, nanos);
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkNanos(Ljava/lang/Object;J)V")
    public static void parkNanos(Object blocker, long nanos) {
        LogicalThread me = here();
        if (me == null) {
            LockSupport.parkNanos(blocker, nanos);
        } else if (nanos > 0) {
            primitives(me).park(me, nanos, blocker);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkUntil(J)V")
    public static void parkUntil(long deadline) {
        parkUntil(null, deadline);
    }

    @Replaces("java/util/concurrent/locks/LockSupport.parkUntil(Ljava/lang/Object;J)V")
    public static void parkUntil(Object blocker, long deadline) {
        long now = currentTimeMillis();
        parkNanos(blocker, deadline <= now ? 0 : nanos(deadline - now, 0));
    }

    @Replaces("java/util/concurrent/locks/LockSupport.unpark(Ljava/lang/Thread;)V")
    public static void unpark(Thread thread) {
        LogicalThread me = here();
        if (me == null) {
            LockSupport.unpark(thread);
        } else if (thread != null) {
            primitives(me).unpark(me, thread);
        }
    }

    @Replaces("java/util/concurrent/locks/LockSupport.setCurrentBlocker(Ljava/lang/Object;)V")
    public static void setCurrentBlocker(Object blocker) {
        LogicalThread me = here();
        if (me != null) {
            me.blocker = blocker;
        }
    }

    @Replaces("jdk/internal/misc/Unsafe.park(ZJ)V")
    public static void rawPark(Object unsafe, boolean absolute, long time) {
        if (absolute) {
            parkUntil(time);
        } else if (time == 0) {
            LogicalThread me = here();
            park(me == null ? null : me.blocker);
        } else {
            parkNanos(time);
        }
    }

    @Replaces("jdk/internal/misc/Unsafe.unpark(Ljava/lang/Object;)V")
    public static void rawUnpark(Object unsafe, Object thread) {
        unpark((Thread) thread);
    }

    // ---- what would differ from run to run

    @Replaces("java/lang/System.identityHashCode(Ljava/lang/Object;)I")
    public static int identityHashCode(Object object) {
        LogicalThread me = here();
        return me == null || object == null ? System.identityHashCode(object) : me.execution.objects.identityHash(me, object);
    }

    private static final ClassValue<Boolean> OWN_HASH =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    try {
                        return !type.isArray() && type.getMethod("hashCode").getDeclaringClass() != Object.class;
                    } catch (NoSuchMethodException e) {
                        return true;
                    }
                }
            };

    @Replaces("java/util/Objects.hashCode(Ljava/lang/Object;)I")
    public static int hashCodeOrZero(Object object) {
        return object == null ? 0 : hashCode(object);
    }

    @Replaces("java/lang/Object.hashCode()I")
    public static int hashCode(Object object) {
        Objects.requireNonNull(object);
        LogicalThread me = here();
        return me == null || OWN_HASH.get(object.getClass()) ? object.hashCode() : me.execution.objects.identityHash(me, object);
    }

    static long nextRandom(LogicalThread me) {
        long seed = Jdk.getLong(me.thread, Jdk.SEED) + 0x9E3779B97F4A7C15L;
        Jdk.putLong(me.thread, Jdk.SEED, seed);
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Replaces("java/lang/Math.random()D")
    public static double random() {
        LogicalThread me = here();
        return me == null ? Math.random() : (nextRandom(me) >>> 11) * 0x1.0p-53;
    }

    @Replaces("java/util/UUID.randomUUID()Ljava/util/UUID;")
    public static java.util.UUID randomUuid() {
        LogicalThread me = here();
        return me == null
                ? java.util.UUID.randomUUID()
                : new java.util.UUID(nextRandom(me) & ~0xF000L | 0x4000L, nextRandom(me) >>> 2 | 1L << 63);
    }

    @Replaces("java/lang/Runtime.availableProcessors()I")
    public static int availableProcessors(Runtime runtime) {
        return PROCESSORS;
    }

    // ---- the end of the program

    @Replaces("java/lang/System.exit(I)V")
    public static void exit(int status) {
        LogicalThread me = here();
        if (me == null) {
            System.exit(status);
        } else {
            me.execution.termination.finish(Failures.exit(me, "System.exit(" + status + ")"), me);
        }
    }

    @Replaces("java/lang/Runtime.exit(I)V")
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    @Replaces("java/lang/Runtime.halt(I)V")
    public static void halt(Runtime runtime, int status) {
        LogicalThread me = here();
        if (me == null) {
            runtime.halt(status);
        } else {
            me.execution.termination.finish(Failures.exit(me, "Runtime.halt(" + status + ")"), me);
        }
    }

    @Replaces("java/lang/Runtime.addShutdownHook(Ljava/lang/Thread;)V")
    public static void addShutdownHook(Runtime runtime, Thread hook) {
        LogicalThread me = here();
        if (me == null) {
            runtime.addShutdownHook(hook);
        } else if (me.execution.threads.of(hook) != null || !me.execution.threads.shutdownHooks.add(Objects.requireNonNull(hook))) {
            throw new IllegalArgumentException("Hook previously registered or running");
        }
    }

    @Replaces("java/lang/Runtime.removeShutdownHook(Ljava/lang/Thread;)Z")
    public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
        LogicalThread me = here();
        return me == null ? runtime.removeShutdownHook(hook) : me.execution.threads.shutdownHooks.remove(Objects.requireNonNull(hook));
    }

    // ---- selectors that call the program back: not while it is outside

    @Replaces("java/nio/channels/Selector.select(Ljava/util/function/Consumer;)I")
    public static int select(Selector selector, Consumer<SelectionKey> action) throws IOException {
        return select(selector, action, 0);
    }

    @Replaces("java/nio/channels/Selector.select(Ljava/util/function/Consumer;J)I")
    public static int select(Selector selector, Consumer<SelectionKey> action, long millis) throws IOException {
        Objects.requireNonNull(action);
        LogicalThread me = here();
        if (me == null) {
            return selector.select(action, millis);
        }
        me.execution.outside.leave(me, selector, millis > 0);
        try {
            selector.select(millis);
        } finally {
            Outside.comeBack();
        }
        int called = 0;
        for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
            selector.selectedKeys().remove(key);
            action.accept(key);
            called++;
        }
        return called;
    }

    // ---- processes

    @Replaces("java/lang/Process.onExit()Ljava/util/concurrent/CompletableFuture;")
    public static Object onExit(Process process) {
        Objects.requireNonNull(process);
        LogicalThread me = here();
        return me == null ? process.onExit() : ProcessEnds.future(me, CALLER.getCallerClass().getClassLoader(), process);
    }

    @Replaces("java/lang/ProcessHandle.onExit()Ljava/util/concurrent/CompletableFuture;")
    public static Object onExit(ProcessHandle handle) {
        Objects.requireNonNull(handle);
        LogicalThread me = here();
        return me == null ? handle.onExit() : ProcessEnds.future(me, CALLER.getCallerClass().getClassLoader(), handle);
    }

    // ---- arrays

    @Replaces("java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V")
    @SuppressWarnings("SuspiciousSystemArraycopy") // the same arguments as the program's
    public static void arraycopy(Object from, int fromIndex, Object to, int toIndex, int length) {
        LogicalThread me = here();
        if (me != null && from != null && to != null && from.getClass().isArray() && to.getClass().isArray()) {
            if (me.callMode == LogicalThread.CallMode.TRIAL) {
                int size = java.lang.reflect.Array.getLength(to);
                for (int i = Math.max(0, toIndex); i < Math.min(size, toIndex + length); i++) {
                    Hooks.txa(to, i, 0);
                }
            } else if (length <= 100_000) {
                Hooks.range(me, from, fromIndex, length, false);
                Hooks.range(me, to, toIndex, length, true);
            }
        }
        System.arraycopy(from, fromIndex, to, toIndex, length);
    }

    // ---- handles and reflection

    @Replaces(
            "java/lang/invoke/MethodHandles$Lookup.findVarHandle(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
            throws ReflectiveOperationException {
        VarHandle handle = lookup.findVarHandle(owner, name, type);
        Hooks.register(handle, owner, name);
        return handle;
    }

    @Replaces(
            "jdk/internal/invoke/MhUtil.findVarHandle(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type) {
        return findVarHandleOrFail(lookup, lookup.lookupClass(), name, type);
    }

    @Replaces(
            "jdk/internal/invoke/MhUtil.findVarHandle(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static VarHandle findVarHandleOrFail(
            MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
        try {
            return findVarHandle(lookup, owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new InternalError(e);
        }
    }

    @Replaces("jdk/internal/reflect/Reflection.getCallerClass()Ljava/lang/Class;")
    public static Class<?> callerClass() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.skip(2).findFirst())
                .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                .orElse(Object.class);
    }

    @Replaces(
            "java/lang/reflect/Method.invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;")
    public static Object invoke(Method method, Object receiver, Object[] arguments) throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Thread.class && here() != null) {
            switch (method.getName()) {
                case "startVirtualThread" -> {
                    return startVirtualThread((Runnable) arguments[0]);
                }
                case "start" -> {
                    start((Thread) receiver);
                    return null;
                }
                default -> {}
            }
        }
        return method.invoke(receiver, arguments);
    }

    @Replaces("java/util/concurrent/atomic/AtomicLong.VMSupportsCS8()Z")
    public static boolean supportsLongCompareAndSet() {
        return true;
    }

    /** When the JVM's cleaner acts is a matter of its garbage collector, so within a run it never does; {@code clean()} does what it should. */
    @Replaces("java/lang/ref/Cleaner.register(Ljava/lang/Object;Ljava/lang/Runnable;)Ljava/lang/ref/Cleaner$Cleanable;")
    public static Cleaner.Cleanable register(Cleaner cleaner, Object object, Runnable action) {
        if (here() == null) {
            return cleaner.register(object, action);
        }
        AtomicBoolean cleaned = new AtomicBoolean();
        return () -> {
            if (cleaned.compareAndSet(false, true)) {
                action.run();
            }
        };
    }
}
