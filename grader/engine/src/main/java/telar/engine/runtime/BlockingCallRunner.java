package telar.engine.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import telar.engine.instrument.BlockingCalls;
import telar.engine.instrument.BlockingCall;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/**
 * A blocking call of the JDK ({@code lock}, {@code acquire}, {@code take} …) as one step, enabled exactly when a trial run of it,
 * rolled back afterwards, does not wait.
 *
 * <p>Why this is right: such a call has no effect that others should see until it succeeds; a failed attempt, queueing and
 * waking up are invisible; and the JDK documents these classes as if each call happened at one moment.
 */
final class BlockingCallRunner {
    /** Classes whose calls have an effect before they wait: these queue and park as they are. */
    private static final Set<String> AS_THEY_ARE =
            Set.of(
                    "SynchronousQueue",
                    "LinkedTransferQueue",
                    "DelayQueue",
                    "ScheduledThreadPoolExecutor$DelayedWorkQueue",
                    "ForkJoinTask",
                    "ForkJoinPool",
                    "ThreadPerTaskExecutor");

    private static final Set<String> FUTURES =
            Set.of("FutureTask", "CompletableFuture", "ExecutorCompletionService$QueueingFuture");

    private static final String SHADOW = "shadow.java.util.concurrent.";

    /** Guarded by itself. Resolved methods, by call and by the loader of the receiver's class. */
    private static final Map<ClassLoader, Map<BlockingCall, MethodHandle>> HANDLES = new java.util.WeakHashMap<>();

    private final Execution execution;
    private final UndoLog undo = new UndoLog();

    BlockingCallRunner(Execution execution) {
        this.execution = execution;
    }

    UndoLog undo() {
        return undo;
    }

    static MethodHandle handle(BlockingCall call, Object receiver) {
        ClassLoader loader = receiver.getClass().getClassLoader();
        if (loader == null) {
            loader = ClassLoader.getPlatformClassLoader();
        }
        synchronized (HANDLES) {
            Map<BlockingCall, MethodHandle> known = HANDLES.computeIfAbsent(loader, l -> new HashMap<>());
            MethodHandle handle = known.get(call);
            if (handle == null) {
                try {
                    Class<?> owner = Class.forName(call.ownerBinaryName(), true, loader);
                    MethodType type = MethodType.fromMethodDescriptorString(call.descriptor(), loader);
                    handle =
                            MethodHandles.publicLookup()
                                    .findVirtual(owner, call.name(), type)
                                    .asSpreader(Object[].class, type.parameterCount() + 1)
                                    .asType(MethodType.methodType(Object.class, Object[].class));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("cannot reach " + call, e);
                }
                known.put(call, handle);
            }
            return handle;
        }
    }

    /** Whether the call on this receiver may run as one step. */
    static boolean suits(BlockingCall call, Object receiver) {
        String type = receiver.getClass().getName();
        if (!type.startsWith(SHADOW)) {
            return false;
        }
        type = type.substring(SHADOW.length());
        if (AS_THEY_ARE.contains(type)) {
            return false;
        }
        if ((call.name().equals("get") || call.name().equals("join")) && !FUTURES.contains(type)) {
            return false;
        }
        Object synchronizer = synchronizer(receiver);
        // A fair lock promises first-in-first-out: its real queue decides.
        return synchronizer == null || !synchronizer.getClass().getSimpleName().equals("FairSync");
    }

    /** The offset of the field {@code sync} in a class of {@code java.util.concurrent}, or -1. */
    private static final ClassValue<Long> SYNC_OFFSET =
            new ClassValue<>() {
                @Override
                protected Long computeValue(Class<?> receiver) {
                    for (Class<?> type = receiver; type != null; type = type.getSuperclass()) {
                        for (java.lang.reflect.Field field : type.getDeclaredFields()) {
                            if (field.getName().equals("sync") && type.getName().startsWith("shadow.")) {
                                return Jdk.fieldOffset(type, "sync");
                            }
                        }
                    }
                    return -1L;
                }
            };

    /** The {@code sync} of a lock or semaphore of {@code java.util.concurrent}, or null if it has none. */
    static Object synchronizer(Object receiver) {
        long offset = SYNC_OFFSET.get(receiver.getClass());
        return offset < 0 ? null : Jdk.getReference(receiver, offset);
    }

    /**
     * Makes the call.
     *
     * @param own whether the program's own code makes it
     * @param point whether others may go first even if it would not wait
     */
    Object call(LogicalThread me, int id, MethodHandle handle, Object[] arguments, boolean own, boolean point)
            throws Throwable {
        if (execution.over) {
            execution.termination.unwind(me);
        }
        me.atCall = false;
        me.spinSite = -1;
        me.spins = 0;
        me.call = BlockingCalls.get(id);
        me.callArguments = arguments;
        me.callHandle = handle;
        me.trialStep = null;
        me.queued = 0;
        me.timedOut = false;
        me.trialDeadline = LogicalThread.NEVER;
        me.deadline = LogicalThread.NEVER;
        boolean succeeds = trial(me);
        if (!point && !succeeds) {
            endsAStep(me);
        }
        if (!succeeds && execution.options.hesitant()) {
            execution.scheduler.hesitate(me);
            succeeds = trial(me);
        }
        if (point || !succeeds) {
            me.state = State.CALLING;
            if (own && !succeeds) {
                me.saidThatItWaits = true;
                execution.note(me, () -> Failures.waiting(me));
            }
            try {
                execution.scheduler.schedule(me, false);
            } finally {
                me.state = State.RUNNABLE;
                me.deadline = LogicalThread.NEVER;
            }
            succeeds = wouldSucceed(me);
        }
        execution.step.wholeCall |= point || !succeeds;
        if (own && execution.recorder != null) {
            execution.recorder.call(me, me.site);
        }
        me.callMode = succeeds ? CallMode.REAL : CallMode.EXPIRED;
        me.skew = 0;
        me.deadline = LogicalThread.NEVER;
        try {
            return (Object) handle.invokeExact(arguments);
        } finally {
            me.callMode = CallMode.NONE;
            me.lastCalled = arguments[0];
            me.skew = 0;
            me.call = null;
            me.trialStep = null;
            me.atCall = false;
        }
    }

    /**
     * The current step would have gone on had the call in front of it not had to wait: so it depends on all that the call has looked at.
     */
    private void endsAStep(LogicalThread me) {
        for (int i = 0; i < me.trialStep.accesses(); i++) {
            execution.accesses.mark(me.trialStep.location(i), Step.READ);
        }
    }

    /** Whether the call in front of which the thread stands would not wait; tried again only after something it read changed. */
    boolean wouldSucceed(LogicalThread me) {
        if (me.trialStep != null) {
            boolean changed = false;
            for (int i = 0; i < me.trialStep.accesses() && !changed; i++) {
                changed = me.trialStep.location(i).version != me.trialVersions[i];
            }
            if (!changed) {
                return me.trialSucceeds;
            }
        }
        return trial(me);
    }

    /**
     * Whether a writer is first among those that have waited for a read-write lock while time passed: they stand in no queue. Who came
     * to its call while no time passed may be as late as those who overtake it.
     */
    boolean aWriterIsFirst(LogicalThread me, Object synchronizer) {
        LogicalThread first = null;
        for (LogicalThread other : execution.threads()) {
            if (other.state == State.CALLING
                    && other.queued > 0
                    && synchronizer(other.callArguments[0]) == synchronizer
                    && (first == null || other.queued < first.queued)) {
                first = other;
            }
        }
        if (first == null || !first.callArguments[0].getClass().getName().endsWith("$WriteLock")) {
            return false;
        }
        execution.accesses.touch(me, first.status, Step.READ); // it gives up only when it goes on
        return true;
    }

    /** Any carrier may do it, and the explorer while nobody has the baton: it impersonates the thread, thread-locals included. */
    private boolean trial(LogicalThread me) {
        Thread mine = Thread.currentThread();
        Carrier its = me.carrier;
        LogicalThread before = Baton.here();
        Step stepBefore = execution.step;
        Object locals = Jdk.getReference(mine, Jdk.THREAD_LOCALS);
        if (mine != its) {
            Jdk.putReference(mine, Jdk.THREAD_LOCALS, Jdk.getReference(its, Jdk.THREAD_LOCALS));
        }
        boolean interrupted = me.interrupted;
        boolean permit = me.permit;
        int site = me.site;
        long work = me.work;
        Object blocker = me.blocker;
        Location comparing = execution.accesses.comparing();
        me.impersonator = mine;
        Baton.passTo(me);
        execution.step = me.trialStep = new Step(me.id, -1, false, 0, false, execution.locations, me.site);
        me.callMode = CallMode.TRIAL;
        me.trialBlocked = false;
        try {
            Object unused = (Object) me.callHandle.invokeExact(me.callArguments);
        } catch (Throwable e) {
            // Undone like everything else; what counts is whether it came to a wait.
        }
        undo.rollBack();
        me.callMode = CallMode.NONE;
        me.impersonator = null;
        Baton.passTo(before);
        execution.step = stepBefore;
        if (mine != its) {
            Jdk.putReference(its, Jdk.THREAD_LOCALS, Jdk.getReference(mine, Jdk.THREAD_LOCALS));
            Jdk.putReference(mine, Jdk.THREAD_LOCALS, locals);
        }
        me.interrupted = interrupted;
        me.permit = permit;
        me.site = site;
        me.work = work;
        me.blocker = blocker;
        execution.accesses.comparing(comparing);
        me.trialVersions = new int[me.trialStep.accesses()];
        for (int i = 0; i < me.trialVersions.length; i++) {
            me.trialVersions[i] = me.trialStep.location(i).version;
        }
        me.trialSucceeds = !me.trialBlocked;
        if (me.trialBlocked && !me.timedOut) {
            me.deadline = me.trialDeadline; // also when an earlier trial had not come to a wait
        }
        return me.trialSucceeds;
    }
}
