package telar.engine.runtime;

import java.util.List;
import java.util.function.BooleanSupplier;
import telar.engine.Observe;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/** The engine's side of {@link Observe}: points and waits that order nothing, and what an observer sees and does. */
public final class Observers {
    /** Of the location that stands for the subject of an observation: no offset. */
    private static final long SUBJECT_KEY = -11;

    private Observers() {}

    private static LogicalThread me() {
        LogicalThread me = Baton.here();
        if (me == null) {
            throw new IllegalStateException("this thread does not run under the engine");
        }
        return me;
    }

    public static boolean active() {
        return Baton.here() != null;
    }

    public static void step(Object subject, String text) {
        LogicalThread me = me();
        if (me.initializing > 0 || me.callMode != CallMode.NONE) {
            return;
        }
        Execution execution = me.execution;
        Location location = execution.accesses.location(subject, SUBJECT_KEY);
        me.atCall = false;
        me.effects++;
        me.pending = location;
        me.pendingKind = Step.WRITE;
        execution.scheduler.point(me);
        me.pending = null;
        execution.accesses.touch(me, location, Step.WRITE);
        execution.note(me, () -> text);
    }

    public static void await(Object subject, String text, BooleanSupplier condition) {
        LogicalThread me = me();
        Location location = me.execution.accesses.location(subject, SUBJECT_KEY);
        me.atCall = false;
        me.effects++;
        me.guard = condition;
        me.guardText = text;
        me.state = State.MEETING;
        me.execution.scheduler.schedule(me, false);
        me.state = State.RUNNABLE;
        me.guard = null;
        me.execution.accesses.touch(me, location, Step.READ); // not only AWAIT: the condition may have held for some steps already
    }

    public static void start(Thread thread) {
        me();
        ThreadReplacements.start(thread);
    }

    public static void join(Thread thread) throws InterruptedException {
        me();
        ThreadReplacements.join(thread);
    }

    public static void interrupt(Thread thread) {
        me();
        ThreadReplacements.interrupt(thread);
    }

    public static boolean isAlive(Thread thread) {
        me();
        return ThreadReplacements.isAlive(thread);
    }

    public static long nanoTime() {
        return me().execution.clock.now() - VirtualClock.START;
    }

    public static void letPass(long nanos) {
        LogicalThread me = me();
        long until = me.execution.clock.after(nanos);
        boolean interrupted = false;
        while (me.execution.clock.now() < until) {
            try {
                me.execution.operations.sleep(me, until - me.execution.clock.now());
            } catch (InterruptedException e) {
                interrupted = true; // the observer's nap goes on; the program's status is put back afterwards
            }
        }
        me.interrupted |= interrupted;
    }

    public static List<Observe.ThreadFact> threads() {
        LogicalThread me = me();
        // What is seen depends on who has been started and who has ended: the search must know.
        Accesses accesses = me.execution.accesses;
        accesses.touch(me, me.execution.threads.starts, Step.READ);
        me.execution.threads().forEach(t -> accesses.touch(me, t.signals, Step.READ));
        return me.execution.threads().stream()
                .filter(t -> t.id != 0)
                .map(t -> new Observe.ThreadFact(t.name(), t.daemon, t.alive(), Failures.describe(t)))
                .toList();
    }
}
