package telar.engine.runtime;

import java.util.Objects;
import java.util.function.Function;

/** Names, numbers and other attributes of threads, among them who handles their exceptions. See {@link Replacements}. */
public final class ThreadAttributeReplacements {
    private ThreadAttributeReplacements() {}

    @Replaces("java/lang/Thread.setName(Ljava/lang/String;)V")
    public static void setName(Thread thread, String name) {
        touch(thread, its -> its.naming, Step.WRITE);
        thread.setName(name);
    }

    @Replaces("java/lang/Thread.getName()Ljava/lang/String;")
    public static String getName(Thread thread) {
        touch(thread, its -> its.naming, Step.READ);
        return thread.getName();
    }

    @Replaces("java/lang/Thread.toString()Ljava/lang/String;")
    public static String toString(Thread thread) {
        touch(thread, its -> its.naming, Step.READ);
        return thread.toString();
    }

    /** An attribute of a thread is about to be read or written. */
    private static void touch(Thread thread, Function<LogicalThread, Location> attribute, byte kind) {
        LogicalThread me = Baton.here();
        LogicalThread target = me == null ? null : me.execution.threads.of(Objects.requireNonNull(thread));
        if (target != null) {
            me.execution.accesses.synchronising(me, attribute.apply(target), kind);
            if (kind == Step.WRITE) {
                me.effects++;
            }
        }
    }

    @Replaces("java/lang/Thread.setDaemon(Z)V")
    public static void setDaemon(Thread thread, boolean daemon) {
        Objects.requireNonNull(thread);
        LogicalThread me = Baton.here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        if (target != null && target.alive()) {
            throw new IllegalThreadStateException();
        }
        thread.setDaemon(daemon);
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
        LogicalThread me = Baton.here();
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
        LogicalThread me = Baton.here();
        LogicalThread target = me == null ? null : me.execution.threads.of(thread);
        return target == null ? thread.getId() : target.id + 1;
    }

    @Replaces("java/lang/Thread.setUncaughtExceptionHandler(Ljava/lang/Thread$UncaughtExceptionHandler;)V")
    public static void setHandler(Thread thread, Thread.UncaughtExceptionHandler handler) {
        touch(thread, its -> its.handling, Step.WRITE);
        thread.setUncaughtExceptionHandler(handler);
    }

    @Replaces("java/lang/Thread.getUncaughtExceptionHandler()Ljava/lang/Thread$UncaughtExceptionHandler;")
    public static Thread.UncaughtExceptionHandler handler(Thread thread) {
        touch(thread, its -> its.handling, Step.READ);
        return thread.getUncaughtExceptionHandler();
    }

    @Replaces(
            "java/lang/Thread.setDefaultUncaughtExceptionHandler(Ljava/lang/Thread$UncaughtExceptionHandler;)V")
    public static void setDefaultHandler(Thread.UncaughtExceptionHandler handler) {
        LogicalThread me = Baton.here();
        if (me == null) {
            Thread.setDefaultUncaughtExceptionHandler(handler);
        } else {
            me.execution.lifecycle.setDefaultHandler(me, handler);
        }
    }

    @Replaces(
            "java/lang/Thread.getDefaultUncaughtExceptionHandler()Ljava/lang/Thread$UncaughtExceptionHandler;")
    public static Thread.UncaughtExceptionHandler defaultHandler() {
        LogicalThread me = Baton.here();
        return me == null ? Thread.getDefaultUncaughtExceptionHandler() : me.execution.lifecycle.defaultHandler(me);
    }
}
