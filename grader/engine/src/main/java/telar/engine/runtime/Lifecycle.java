package telar.engine.runtime;

import java.lang.reflect.InvocationTargetException;
import telar.engine.Planned;
import telar.engine.runtime.LogicalThread.State;

/** The life of a thread on its carrier: its body, who handles what that throws, and what its end tells others. */
final class Lifecycle {
    private final Execution execution;

    /** What the program has set in place of {@link Thread#setDefaultUncaughtExceptionHandler}. */
    private Thread.UncaughtExceptionHandler defaultHandler;

    private final Location defaultHandling = new Location("default exception handler");

    Lifecycle(Execution execution) {
        this.execution = execution;
    }

    /** Called by a carrier that has got the baton for a thread's first step. */
    void run(LogicalThread thread) {
        try {
            if (!execution.over) {
                thread.firstHandler = handlerOfItsOwn(thread.thread);
                thread.body.run();
            }
        } catch (Teardown e) {
            // The run is over.
        } catch (Throwable e) {
            if (!execution.over) {
                try {
                    uncaught(thread, e);
                } catch (Teardown t) {
                    // The run is over.
                } catch (AssertionError failedInTheHandler) {
                    endedBy(thread, failedInTheHandler);
                }
            }
        }
        if (execution.over) {
            thread.state = State.DEAD;
            return;
        }
        Monitor its = usedAsALock(thread);
        if (its != null) {
            try {
                execution.monitors.enter(thread, thread.thread, false);
            } catch (Teardown e) {
                thread.state = State.DEAD;
                return;
            }
        }
        thread.state = State.DEAD;
        execution.note(thread, () -> "ends");
        if (its != null) {
            execution.monitors.signalTheEnd(thread, its);
        }
        execution.accesses.touch(thread, thread.end, Step.WRITE);
        execution.races.release(thread, thread.end);
        if (thread.id == 0) {
            execution.termination.bodyEnds();
        }
        try {
            execution.scheduler.schedule(thread, false);
        } catch (Teardown e) {
            // The run is over.
        }
    }

    /** The monitor of a thread that ends, if anybody has used it: the JVM takes it to tell those who wait on the thread. */
    private Monitor usedAsALock(LogicalThread thread) {
        return thread.isVirtual() ? null : execution.objects.usedMonitorOf(thread.thread);
    }

    private void uncaught(LogicalThread thread, Throwable thrown) {
        Throwable error = thrown;
        if (error instanceof InvocationTargetException e && e.getCause() != null) {
            error = e.getCause();
        }
        if (error instanceof Teardown || error instanceof Planned) {
            return;
        }
        if (thread.id != 0 && handled(thread, error)) {
            return;
        }
        execution.termination.finish(Failures.of(thread, error), thread);
    }

    private void endedBy(LogicalThread thread, Throwable error) {
        try {
            execution.termination.finish(Failures.of(thread, error), thread);
        } catch (Teardown e) {
            // The run is over.
        }
    }

    /** Who handles the exceptions of all threads that have no handler of their own; null for nobody. */
    Thread.UncaughtExceptionHandler defaultHandler(LogicalThread me) {
        execution.accesses.synchronising(me, defaultHandling, Step.READ);
        return defaultHandler;
    }

    void setDefaultHandler(LogicalThread me, Thread.UncaughtExceptionHandler handler) {
        execution.accesses.synchronising(me, defaultHandling, Step.WRITE);
        me.effects++;
        defaultHandler = handler;
    }

    /** The handler that was set for this thread, or its group if that handles exceptions in a way of its own; null for neither. */
    private static Thread.UncaughtExceptionHandler handlerOfItsOwn(Thread thread) {
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        if (!(handler instanceof ThreadGroup group)) {
            return handler;
        }
        while (group != null && group.getClass() == ThreadGroup.class) {
            group = group.getParent();
        }
        return group;
    }

    /**
     * Whether a handler of the program's has seen it. A failed assertion is for the handler only that the thread began with: nobody
     * can put one in between later, and a handler of all threads is none for it.
     */
    private boolean handled(LogicalThread thread, Throwable error) {
        execution.accesses.synchronising(thread, thread.handling, Step.READ);
        Thread.UncaughtExceptionHandler handler = handlerOfItsOwn(thread.thread);
        if (error instanceof AssertionError && handler != thread.firstHandler) {
            return false;
        }
        if (handler == null) {
            handler = error instanceof AssertionError ? null : defaultHandler(thread);
        }
        if (handler == null) {
            return false;
        }
        try {
            handler.uncaughtException(thread.thread, error);
        } catch (Teardown | AssertionError e) {
            throw e;
        } catch (Throwable e) {
            // The JVM ignores what a handler throws.
        }
        return true;
    }
}
