package telar.engine.runtime;

import java.util.List;

/** Groups of threads: their members are those of the execution. See {@link Replacements}. */
public final class ThreadGroupReplacements {
    private ThreadGroupReplacements() {}

    @Replaces("java/lang/Thread.getThreadGroup()Ljava/lang/ThreadGroup;")
    public static ThreadGroup groupOf(Thread thread) {
        LogicalThread me = Baton.here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        return target != null && !target.alive() ? null : thread.getThreadGroup();
    }

    @Replaces("java/lang/ThreadGroup.activeCount()I")
    public static int activeCount(ThreadGroup group) {
        LogicalThread me = Baton.here();
        return me == null ? group.activeCount() : me.execution.inspection.members(me, group, true).size();
    }

    @Replaces("java/lang/Thread.activeCount()I")
    public static int activeCount() {
        return Baton.here() == null ? Thread.activeCount() : activeCount(ThreadReplacements.currentThread().getThreadGroup());
    }

    @Replaces("java/lang/ThreadGroup.enumerate([Ljava/lang/Thread;)I")
    public static int enumerate(ThreadGroup group, Thread[] into) {
        return enumerate(group, into, true);
    }

    @Replaces("java/lang/ThreadGroup.enumerate([Ljava/lang/Thread;Z)I")
    public static int enumerate(ThreadGroup group, Thread[] into, boolean recurse) {
        LogicalThread me = Baton.here();
        if (me == null) {
            return group.enumerate(into, recurse);
        }
        List<Thread> members = me.execution.inspection.members(me, group, recurse);
        int count = Math.min(into.length, members.size());
        for (int i = 0; i < count; i++) {
            into[i] = members.get(i);
        }
        return count;
    }

    @Replaces("java/lang/Thread.enumerate([Ljava/lang/Thread;)I")
    public static int enumerate(Thread[] into) {
        return Baton.here() == null ? Thread.enumerate(into) : enumerate(ThreadReplacements.currentThread().getThreadGroup(), into, true);
    }

    @Replaces("java/lang/ThreadGroup.interrupt()V")
    public static void interrupt(ThreadGroup group) {
        LogicalThread me = Baton.here();
        if (me == null) {
            group.interrupt();
            return;
        }
        for (Thread member : me.execution.inspection.members(me, group, true)) {
            me.execution.signals.interrupt(me, member);
        }
    }
}
