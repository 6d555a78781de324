package telar.engine.runtime;

import java.lang.ref.Cleaner;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What would differ from run to run: identity hash codes, random numbers, the number of processors, the cleaner.
 *
 * @see Replacements
 */
public final class NondeterminismReplacements {
    private static final int PROCESSORS = 4;

    /** Whether a class has a hash code of its own. */
    private static final ClassValue<Boolean> OWN_HASH =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    try {
                        return !type.isArray() && type.getMethod("hashCode").getDeclaringClass() != Object.class;
                    } catch (NoSuchMethodException e) {
                        return true;
                    }
                }
            };

    private NondeterminismReplacements() {}

    @Replaces("java/lang/System.identityHashCode(Ljava/lang/Object;)I")
    public static int identityHashCode(Object object) {
        LogicalThread me = Baton.here();
        return me == null || object == null ? System.identityHashCode(object) : me.execution.objects.identityHash(me, object);
    }

    @Replaces("java/util/Objects.hashCode(Ljava/lang/Object;)I")
    public static int hashCodeOrZero(Object object) {
        return object == null ? 0 : hashCode(object);
    }

    @Replaces("java/util/Objects.hash([Ljava/lang/Object;)I")
    public static int hash(Object[] values) {
        if (values == null) {
            return 0;
        }
        int hash = 1;
        for (Object value : values) {
            hash = 31 * hash + hashCodeOrZero(value);
        }
        return hash;
    }

    /** The hash code of an enum constant is its identity's, which would be another one in each run: its name stands in. */
    @Replaces("java/lang/Object.hashCode()I")
    public static int hashCode(Object object) {
        Objects.requireNonNull(object);
        LogicalThread me = Baton.here();
        if (me != null && object instanceof Enum<?> constant) {
            return constant.name().hashCode();
        }
        return me == null || OWN_HASH.get(object.getClass()) ? object.hashCode() : me.execution.objects.identityHash(me, object);
    }

    static long nextRandom(LogicalThread me) {
        long seed = Jdk.getLong(me.thread, Jdk.SEED) + 0x9E3779B97F4A7C15L;
        Jdk.putLong(me.thread, Jdk.SEED, seed);
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Replaces("java/lang/Math.random()D")
    public static double random() {
        LogicalThread me = Baton.here();
        return me == null ? Math.random() : (nextRandom(me) >>> 11) * 0x1.0p-53;
    }

    @Replaces("java/util/UUID.randomUUID()Ljava/util/UUID;")
    public static UUID randomUuid() {
        LogicalThread me = Baton.here();
        return me == null
                ? UUID.randomUUID()
                : new UUID(nextRandom(me) & ~0xF000L | 0x4000L, nextRandom(me) >>> 2 | 1L << 63);
    }

    @Replaces("java/lang/Runtime.availableProcessors()I")
    public static int availableProcessors(Runtime runtime) {
        return PROCESSORS;
    }

    /** When the JVM's cleaner acts is a matter of its garbage collector, so within a run it never does; {@code clean()} does what it should. */
    @Replaces("java/lang/ref/Cleaner.register(Ljava/lang/Object;Ljava/lang/Runnable;)Ljava/lang/ref/Cleaner$Cleanable;")
    public static Cleaner.Cleanable register(Cleaner cleaner, Object object, Runnable action) {
        if (Baton.here() == null) {
            return cleaner.register(object, action);
        }
        AtomicBoolean cleaned = new AtomicBoolean();
        return () -> {
            if (cleaned.compareAndSet(false, true)) {
                action.run();
            }
        };
    }
}
