package telar.engine.runtime;

/** Says which logical thread runs: the one that has the baton. One baton is enough, because one execution runs at a time. */
final class Baton {
    /** Volatile because {@link #here} is asked by any thread of the JVM. */
    private static volatile LogicalThread holder;

    private Baton() {}

    /** The logical thread that the calling thread is, or null outside an execution. */
    static LogicalThread here() {
        LogicalThread thread = holder;
        Thread caller = Thread.currentThread();
        return thread != null && (thread.carrier == caller || thread.impersonator == caller) ? thread : null;
    }

    /** Who has it, or null. */
    static LogicalThread holder() {
        return holder;
    }

    /** @param next null for nobody */
    static void passTo(LogicalThread next) {
        LogicalThread before = holder;
        if (before != next) {
            if (before != null) {
                before.edgesLeft = Hooks.edgesLeft;
            }
            if (next != null) {
                Hooks.edgesLeft = next.edgesLeft;
            }
            holder = next;
        }
    }

    /** Gives it to a thread of a run that is over, or to nobody between runs: nobody counts rounds of loops then. */
    static void passWithoutCounting(LogicalThread next) {
        holder = next;
    }
}
