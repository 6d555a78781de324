package telar.engine.runtime;

import java.util.Objects;

/** The end of the program, and what is to be done then. See {@link Replacements}. */
public final class ExitReplacements {
    private ExitReplacements() {}

    @Replaces("java/lang/System.exit(I)V")
    public static void exit(int status) {
        LogicalThread me = Baton.here();
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
        LogicalThread me = Baton.here();
        if (me == null) {
            runtime.halt(status);
        } else {
            me.execution.termination.finish(Failures.exit(me, "Runtime.halt(" + status + ")"), me);
        }
    }

    @Replaces("java/lang/Runtime.addShutdownHook(Ljava/lang/Thread;)V")
    public static void addShutdownHook(Runtime runtime, Thread hook) {
        LogicalThread me = Baton.here();
        if (me == null) {
            runtime.addShutdownHook(hook);
        } else if (me.execution.threads.of(hook) != null || !me.execution.threads.shutdownHooks.add(Objects.requireNonNull(hook))) {
            throw new IllegalArgumentException("Hook previously registered or running");
        }
    }

    @Replaces("java/lang/Runtime.removeShutdownHook(Ljava/lang/Thread;)Z")
    public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
        LogicalThread me = Baton.here();
        return me == null ? runtime.removeShutdownHook(hook) : me.execution.threads.shutdownHooks.remove(Objects.requireNonNull(hook));
    }
}
