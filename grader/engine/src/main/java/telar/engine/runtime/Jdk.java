package telar.engine.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Raw access to fields by offset, and to four private fields of {@link Thread}, through the running JDK's own low-level class.
 * Reached by reflection because the engine is compiled against the public API only; needs the JVM to be started with
 * {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
final class Jdk {
    private static final Object UNSAFE;
    private static final MethodHandle GET_INT;
    private static final MethodHandle PUT_INT;
    private static final MethodHandle GET_LONG;
    private static final MethodHandle PUT_LONG;
    private static final MethodHandle GET_BYTE;
    private static final MethodHandle PUT_BYTE;
    private static final MethodHandle GET_SHORT;
    private static final MethodHandle PUT_SHORT;
    private static final MethodHandle GET_REFERENCE;
    private static final MethodHandle PUT_REFERENCE;
    private static final MethodHandle FIELD_OFFSET;
    private static final MethodHandle SHOULD_BE_INITIALISED;
    private static final MethodHandle OFFSET_OF_FIELD;
    private static final MethodHandle STATIC_BASE;
    private static final MethodHandle STATIC_OFFSET;
    private static final MethodHandle ARRAY_BASE;
    private static final MethodHandle ARRAY_SCALE;

    /** Offsets in {@link Thread}: the random seed and probe, and the thread-local maps. */
    static final long SEED;

    static final long PROBE;
    /** The daemon flag: in {@link Thread}, or in the object behind its field {@code holder} (-1 where there is none). */
    private static final long HOLDER;

    private static final long DAEMON;
    private static final long PRIORITY;
    private static final long GROUP;

    /** Counts the threads made without a name. */
    private static final java.lang.reflect.Field NAMES_GIVEN;

    static final long THREAD_LOCALS;
    static final long INHERITABLE_THREAD_LOCALS;

    /** Packages of {@code java.base} that shadow copies of its classes name, whichever of them the running JDK has. */
    private static final String[] PACKAGES = {
        "jdk.internal.access",
        "jdk.internal.invoke",
        "jdk.internal.javac",
        "jdk.internal.misc",
        "jdk.internal.ref",
        "jdk.internal.reflect",
        "jdk.internal.util",
        "jdk.internal.util.random",
        "jdk.internal.vm",
        "jdk.internal.vm.annotation",
        "sun.reflect.misc",
        "sun.security.action",
        "sun.security.util"
    };

    static {
        try {
            export();
            Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
            UNSAFE = type.getMethod("getUnsafe").invoke(null);
            GET_INT = handle(type, "getInt", Object.class, long.class);
            PUT_INT = handle(type, "putInt", Object.class, long.class, int.class);
            GET_LONG = handle(type, "getLong", Object.class, long.class);
            PUT_LONG = handle(type, "putLong", Object.class, long.class, long.class);
            GET_BYTE = handle(type, "getByte", Object.class, long.class);
            PUT_BYTE = handle(type, "putByte", Object.class, long.class, byte.class);
            GET_SHORT = handle(type, "getShort", Object.class, long.class);
            PUT_SHORT = handle(type, "putShort", Object.class, long.class, short.class);
            GET_REFERENCE = handle(type, "getReference", Object.class, long.class);
            PUT_REFERENCE = handle(type, "putReference", Object.class, long.class, Object.class);
            FIELD_OFFSET = handle(type, "objectFieldOffset", Class.class, String.class);
            SHOULD_BE_INITIALISED = handle(type, "shouldBeInitialized", Class.class);
            OFFSET_OF_FIELD = handle(type, "objectFieldOffset", Field.class);
            STATIC_BASE = handle(type, "staticFieldBase", Field.class);
            STATIC_OFFSET = handle(type, "staticFieldOffset", Field.class);
            // The base is an int on older JDKs.
            MethodType ofArray = MethodType.methodType(long.class, Class.class);
            ARRAY_BASE = handle(type, "arrayBaseOffset", Class.class).asType(ofArray);
            ARRAY_SCALE = handle(type, "arrayIndexScale", Class.class).asType(ofArray);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Telar's engine cannot reach the JDK's internals."
                            + " Start the JVM with: --add-opens java.base/java.lang=ALL-UNNAMED",
                    e);
        }
        boolean old;
        try {
            FIELD_OFFSET.invoke(Thread.class, "daemon");
            old = true;
        } catch (Throwable e) {
            old = false;
        }
        try {
            HOLDER = old ? -1 : fieldOffset(Thread.class, "holder");
            Class<?> owner = old ? Thread.class : Class.forName("java.lang.Thread$FieldHolder");
            DAEMON = fieldOffset(owner, "daemon");
            PRIORITY = fieldOffset(owner, "priority");
            GROUP = fieldOffset(owner, "group");
            NAMES_GIVEN =
                    old
                            ? Thread.class.getDeclaredField("threadInitNumber")
                            : Class.forName("java.lang.Thread$ThreadNumbering").getDeclaredField("next");
            NAMES_GIVEN.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot find the fields of a thread on this JDK", e);
        }
        SEED = fieldOffset(Thread.class, "threadLocalRandomSeed");
        PROBE = fieldOffset(Thread.class, "threadLocalRandomProbe");
        THREAD_LOCALS = fieldOffset(Thread.class, "threadLocals");
        INHERITABLE_THREAD_LOCALS = fieldOffset(Thread.class, "inheritableThreadLocals");
    }

    private Jdk() {}

    /** Makes sure that the class has been initialised, and with it the packages exported. */
    static void ready() {
        if (UNSAFE == null) {
            throw new IllegalStateException("not initialised");
        }
    }

    /** With {@code java.lang} open, a module can be told to export more. */
    private static void export() throws ReflectiveOperationException {
        java.lang.reflect.Method export = Module.class.getDeclaredMethod("implAddExportsToAllUnnamed", String.class);
        try {
            export.setAccessible(true);
        } catch (java.lang.reflect.InaccessibleObjectException e) {
            throw new IllegalAccessException(e.getMessage());
        }
        Module base = Object.class.getModule();
        for (String name : PACKAGES) {
            if (base.getPackages().contains(name)) {
                export.invoke(base, name);
            }
        }
    }

    private static MethodHandle handle(Class<?> type, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return MethodHandles.lookup().unreflect(type.getMethod(name, parameters)).bindTo(UNSAFE);
    }

    /** Whether using this class would run its initialiser, or wait for whoever runs it. */
    static boolean shouldBeInitialised(Class<?> type) {
        try {
            return (boolean) SHOULD_BE_INITIALISED.invokeExact(type);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot ask about the initialisation of " + type.getName(), e);
        }
    }

    /**
     * Writes the field behind {@link Thread#isDaemon}, which threads made by this one inherit. The JVM itself keeps what the
     * thread was started as.
     */
    static void setDaemonField(Thread thread, boolean daemon) {
        Object owner = HOLDER < 0 ? thread : getReference(thread, HOLDER);
        putByte(owner, DAEMON, (byte) (daemon ? 1 : 0));
    }

    /** Writes the fields behind {@link Thread#getPriority} and {@link Thread#getThreadGroup}, which are inherited too. */
    static void setGroupAndPriorityFields(Thread thread, ThreadGroup group, int priority) {
        Object owner = HOLDER < 0 ? thread : getReference(thread, HOLDER);
        if (group != null) {
            putReference(owner, GROUP, group);
        }
        putInt(owner, PRIORITY, priority);
    }

    /** How many threads have got a name of the form {@code Thread-n}. */
    static int namesGiven() {
        try {
            return NAMES_GIVEN.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the next thread without a name {@code Thread-0}. */
    static void nameThreadsFromZero() {
        try {
            NAMES_GIVEN.setInt(null, 0);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static int getInt(Object o, long offset) {
        try {
            return (int) GET_INT.invokeExact(o, offset);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void putInt(Object o, long offset, int value) {
        try {
            PUT_INT.invokeExact(o, offset, value);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long getLong(Object o, long offset) {
        try {
            return (long) GET_LONG.invokeExact(o, offset);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void putLong(Object o, long offset, long value) {
        try {
            PUT_LONG.invokeExact(o, offset, value);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static byte getByte(Object o, long offset) {
        try {
            return (byte) GET_BYTE.invokeExact(o, offset);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void putByte(Object o, long offset, byte value) {
        try {
            PUT_BYTE.invokeExact(o, offset, value);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static short getShort(Object o, long offset) {
        try {
            return (short) GET_SHORT.invokeExact(o, offset);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void putShort(Object o, long offset, short value) {
        try {
            PUT_SHORT.invokeExact(o, offset, value);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static Object getReference(Object o, long offset) {
        try {
            return (Object) GET_REFERENCE.invokeExact(o, offset);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void putReference(Object o, long offset, Object value) {
        try {
            PUT_REFERENCE.invokeExact(o, offset, value);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long fieldOffset(Class<?> owner, String name) {
        try {
            return (long) FIELD_OFFSET.invokeExact(owner, name);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** What holds the field: this object, or for a static field one of the JVM's. */
    static Object owner(Field field, Object object) {
        try {
            return object == null ? (Object) STATIC_BASE.invokeExact(field) : object;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The offset of the field in its {@link #owner}. */
    static long offset(Field field) {
        try {
            return Modifier.isStatic(field.getModifiers())
                    ? (long) STATIC_OFFSET.invokeExact(field)
                    : (long) OFFSET_OF_FIELD.invokeExact(field);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long elementOffset(Class<?> arrayType, int index) {
        try {
            return (long) ARRAY_BASE.invokeExact(arrayType) + index * (long) ARRAY_SCALE.invokeExact(arrayType);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof RuntimeException r) {
            return r;
        }
        if (e instanceof Error r) {
            throw r;
        }
        return new IllegalStateException(e);
    }
}
