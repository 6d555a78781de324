package telar.engine.runtime;

import java.util.concurrent.ExecutionException;

/**
 * {@code onExit} of processes. The JDK's own future is completed by a thread of the JDK and is not the shadow copy that the program
 * means: here a daemon thread of the run waits, outside, and completes a shadow copy.
 */
final class ProcessEnds {
    private ProcessEnds() {}

    /**
     * @param program the loader of the code that asks
     * @param process a {@link Process} or a {@link ProcessHandle}
     */
    static Object future(LogicalThread me, ClassLoader program, Object process) {
        try {
            Class<?> type = Class.forName("shadow.java.util.concurrent.CompletableFuture", true, program);
            Object future = type.getConstructor().newInstance();
            Thread waiter = new Thread("process reaper");
            waiter.setDaemon(true);
            me.execution.operations.start(me, waiter, () -> complete(future, process));
            return future;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a future of the end of a process", e);
        }
    }

    private static void complete(Object future, Object process) {
        LogicalThread me = Baton.here();
        me.execution.outside.leave(me, process, false);
        try {
            if (process instanceof Process child) {
                child.waitFor();
            } else {
                ((ProcessHandle) process).onExit().get();
            }
        } catch (InterruptedException | ExecutionException e) {
            // Only the end of the run interrupts this thread: coming back unwinds it.
        } finally {
            Outside.comeBack();
        }
        try {
            future.getClass().getMethod("complete", Object.class).invoke(future, process);
        } catch (ReflectiveOperationException e) {
            if (e.getCause() instanceof Teardown end) {
                throw end;
            }
            throw new IllegalStateException("cannot complete a future of the end of a process", e);
        }
    }
}
