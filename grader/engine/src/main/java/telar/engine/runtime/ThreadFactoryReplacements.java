package telar.engine.runtime;

import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/**
 * How threads are made other than by a constructor: builders, factories and containers, virtual threads among them.
 *
 * @see Replacements
 */
public final class ThreadFactoryReplacements {
    private ThreadFactoryReplacements() {}

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
        LogicalThread me = Baton.here();
        try {
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            if (me == null) {
                return (Thread) type.getMethod("start", Runnable.class).invoke(builder, task);
            }
            Thread thread = (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, task);
            me.execution.operations.start(me, thread, task);
            return thread;
        } catch (InvocationTargetException e) {
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
        } catch (InvocationTargetException e) {
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
        LogicalThread me = Baton.here();
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
        ThreadReplacements.start(thread);
    }

    @Replaces("jdk/internal/access/JavaLangAccess.start(Ljava/lang/Thread;Ljdk/internal/vm/ThreadContainer;)V")
    public static void startInContainer(Object access, Thread thread, Object container) {
        ThreadReplacements.start(thread);
    }
}
