package telar.engine.runtime;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import telar.engine.runtime.LogicalThread.State;

/**
 * Which thread initialises which class of the program. The JVM lets one thread initialise a class and makes the others wait (JLS
 * 12.4.2), so that two classes whose initialisers need each other can block two threads for ever.
 *
 * <p>An initialiser runs as if it were one step, except that others may go on where it is about to initialise another class. A thread
 * that needs a class on which another one is at work waits here, not in the JVM.
 */
final class Initialisations {
    /** What is known of the initialisation of one class. */
    private static final class Initialisation {
        final Location location;
        LogicalThread by;

        /** Whether another class had to be initialised in the middle of it, or it in the middle of another one. */
        boolean entangled;

        Initialisation(Class<?> type) {
            this.location = new Location("initialisation of " + type.getName());
        }
    }

    private final Execution execution;
    private final Map<Class<?>, Initialisation> begun = new IdentityHashMap<>();

    /** What an initialiser threw, by the class; guarded by itself, because a thread that is torn down may fail without the baton. */
    private final Map<String, Throwable> failed = new HashMap<>();

    Initialisations(Execution execution) {
        this.execution = execution;
    }

    /** The thread is about to use the class in a way that initialises it. */
    void need(LogicalThread me, Class<?> type) {
        need(me, type, me.initializing > 0);
    }

    private void need(LogicalThread me, Class<?> type, boolean inTheMiddle) {
        Initialisation its = begun.get(type);
        if (!pending(type)) {
            if (its != null && its.entangled) {
                execution.accesses.touch(me, its.location, Step.READ);
            }
            return;
        }
        if (its == null) {
            its = new Initialisation(type);
            begun.put(type, its);
        }
        if (its.by == me) {
            return;
        }
        if (inTheMiddle) {
            its.entangled = true;
            begun.values().stream().filter(other -> other.by == me).forEach(other -> other.entangled = true);
            letOthersGoOn(me, its.location);
        }
        while (its.by != null && pending(type)) {
            waitFor(me, type, its.by);
        }
        execution.accesses.touch(me, its.location, pending(type) ? Step.WRITE : Step.READ);
        if (pending(type)) {
            its.by = me;
            Class<?> above = type.getSuperclass();
            if (above != null && above.getClassLoader() == type.getClassLoader()) {
                need(me, above, true); // the JVM initialises it first, with this one begun
            }
        }
    }

    private boolean pending(Class<?> type) {
        return Jdk.shouldBeInitialised(type) && thrownBy(type.getName()) == null;
    }

    private void letOthersGoOn(LogicalThread me, Location next) {
        me.pending = next;
        me.pendingKind = Step.WRITE;
        me.pausesInAnInitialiser = true;
        try {
            me.state = State.RUNNABLE;
            execution.scheduler.schedule(me, false);
        } finally {
            me.pausesInAnInitialiser = false;
            me.pending = null;
        }
    }

    private void waitFor(LogicalThread me, Class<?> type, LogicalThread by) {
        me.guard = () -> !pending(type);
        me.guardText = "waits until " + by.name() + " has initialised " + Names.simple(type.getName());
        me.initialiser = by;
        me.state = State.MEETING;
        me.saidThatItWaits = true;
        execution.note(me, () -> me.guardText);
        try {
            execution.scheduler.schedule(me, false);
        } finally {
            me.state = State.RUNNABLE;
            me.guard = null;
            me.initialiser = null;
        }
    }

    /** Whether an initialiser needed another one in the middle: threads may meet there, and will in each run that begins with them undone. */
    boolean met() {
        return begun.values().stream().anyMatch(its -> its.entangled);
    }

    /** Another thread that is in the middle of initialising a class, or null; asked by the explorer while others run. */
    LogicalThread initialiserAsideFrom(LogicalThread thread) {
        for (LogicalThread other : execution.threads().toArray(new LogicalThread[0])) {
            if (other != null && other != thread && other.initializing > 0 && other.state != State.DEAD) {
                return other;
            }
        }
        return null;
    }

    // ---- initialisers that fail

    void failed(String className, Throwable thrown) {
        synchronized (failed) {
            failed.put(className, thrown);
        }
    }

    /** What the static initialiser of this class threw, or null. */
    Throwable thrownBy(String className) {
        synchronized (failed) {
            return failed.get(className);
        }
    }

    /** The classes whose initialisation failed or was cut off: of no use any more, in their loaders. */
    Set<String> broken() {
        synchronized (failed) {
            return Set.copyOf(failed.keySet());
        }
    }
}
