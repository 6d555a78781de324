package telar.engine.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** Asks a synchronizer of the JDK's copies what its own queue says. */
final class FirstInQueue {
    private static final ClassValue<MethodHandle> ASK =
            new ClassValue<>() {
                @Override
                protected MethodHandle computeValue(Class<?> type) {
                    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
                        for (Method method : owner.getDeclaredMethods()) {
                            if (method.getName().equals("apparentlyFirstQueuedIsExclusive")) {
                                try {
                                    method.setAccessible(true);
                                    return MethodHandles.lookup().unreflect(method)
                                            .asType(MethodType.methodType(boolean.class, Object.class));
                                } catch (IllegalAccessException e) {
                                    throw new IllegalStateException("cannot ask a synchronizer for its queue", e);
                                }
                            }
                        }
                    }
                    throw new IllegalStateException("no synchronizer: " + type);
                }
            };

    private FirstInQueue() {}

    /** Whether the first thread in the queue waits in exclusive mode. */
    static boolean isExclusive(Object synchronizer) {
        try {
            return (boolean) ASK.get(synchronizer.getClass()).invokeExact(synchronizer);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
