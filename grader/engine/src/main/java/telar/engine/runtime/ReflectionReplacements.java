package telar.engine.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Method;

/**
 * Array copies, handles and reflection: they reach fields, elements and methods where no hook stands.
 *
 * @see Replacements
 */
public final class ReflectionReplacements {
    private ReflectionReplacements() {}

    @Replaces("java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V")
    @SuppressWarnings("SuspiciousSystemArraycopy") // the same arguments as the program's
    public static void arraycopy(Object from, int fromIndex, Object to, int toIndex, int length) {
        LogicalThread me = Baton.here();
        if (me != null && from != null && to != null && from.getClass().isArray() && to.getClass().isArray()) {
            if (me.callMode == LogicalThread.CallMode.TRIAL) {
                int size = Array.getLength(to);
                for (int i = Math.max(0, toIndex); i < Math.min(size, toIndex + length); i++) {
                    Hooks.txa(to, i, 0);
                }
            } else if (length <= 100_000) {
                Hooks.range(me, from, fromIndex, length, false);
                Hooks.range(me, to, toIndex, length, true);
            }
        }
        System.arraycopy(from, fromIndex, to, toIndex, length);
    }

    @Replaces(
            "java/lang/invoke/MethodHandles$Lookup.findVarHandle(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
            throws ReflectiveOperationException {
        VarHandle handle = lookup.findVarHandle(owner, name, type);
        FieldOffsets.register(handle, owner, name);
        return handle;
    }

    @Replaces(
            "jdk/internal/invoke/MhUtil.findVarHandle(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type) {
        return findVarHandleOrFail(lookup, lookup.lookupClass(), name, type);
    }

    @Replaces(
            "jdk/internal/invoke/MhUtil.findVarHandle(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static VarHandle findVarHandleOrFail(
            MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
        try {
            return findVarHandle(lookup, owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new InternalError(e);
        }
    }

    @Replaces("jdk/internal/reflect/Reflection.getCallerClass()Ljava/lang/Class;")
    public static Class<?> callerClass() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.skip(2).findFirst())
                .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                .orElse(Object.class);
    }

    @Replaces(
            "java/lang/reflect/Method.invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;")
    public static Object invoke(Method method, Object receiver, Object[] arguments) throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Thread.class && Baton.here() != null) {
            switch (method.getName()) {
                case "startVirtualThread" -> {
                    return ThreadFactoryReplacements.startVirtualThread((Runnable) arguments[0]);
                }
                case "start" -> {
                    ThreadReplacements.start((Thread) receiver);
                    return null;
                }
                default -> {}
            }
        }
        return method.invoke(receiver, arguments);
    }

    @Replaces("java/util/concurrent/atomic/AtomicLong.VMSupportsCS8()Z")
    public static boolean supportsLongCompareAndSet() {
        return true;
    }
}
