package telar.engine.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hash codes that a JVM draws by lot, and those that are made of them: an object's identity, and whatever of the JDK's own classes asks its
 * elements without a copy of its code being run.
 *
 * @see Replacements
 */
public final class HashReplacements {

    /** Whether a hash code is the same in every run when it is simply asked for. */
    private static final ClassValue<Boolean> SAME_EVERYWHERE =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    if (Enum.class.isAssignableFrom(type)
                            || type == Optional.class
                            || type.getName().startsWith("java.util.ImmutableCollections$List")) {
                        return false;
                    }
                    try {
                        return !type.isArray() && type.getMethod("hashCode").getDeclaringClass() != Object.class;
                    } catch (NoSuchMethodException e) {
                        return true;
                    }
                }
            };

    private HashReplacements() {}

    @Replaces({"java/lang/System.identityHashCode(Ljava/lang/Object;)I", "super java/lang/Object.hashCode()I"})
    public static int identityHashCode(Object object) {
        LogicalThread me = Baton.here();
        return me == null || object == null ? System.identityHashCode(object) : me.execution.objects.identityHash(me, object);
    }

    /** The hash code of an enum constant is its identity's, which would be another one in each run: its name stands in. */
    @Replaces({"java/lang/Object.hashCode()I", "java/lang/Enum.hashCode()I", "java/util/Optional.hashCode()I"})
    public static int hashCode(Object object) {
        Objects.requireNonNull(object);
        LogicalThread me = Baton.here();
        if (me == null || SAME_EVERYWHERE.get(object.getClass())) {
            return object.hashCode();
        }
        if (object instanceof Enum<?> constant) {
            return constant.name().hashCode();
        }
        if (object instanceof Optional<?> optional) {
            return hashCodeOrZero(optional.orElse(null));
        }
        if (object instanceof List<?> list) {
            return hash(list.toArray());
        }
        return me.execution.objects.identityHash(me, object);
    }

    @Replaces("java/util/Objects.hashCode(Ljava/lang/Object;)I")
    public static int hashCodeOrZero(Object object) {
        return object == null ? 0 : hashCode(object);
    }

    @Replaces("java/util/Objects.hash([Ljava/lang/Object;)I")
    public static int hash(Object[] values) {
        return values == null ? 0 : hash(1, values);
    }

    /** The hash code that {@link java.lang.runtime.ObjectMethods} gives a record with these components. */
    static int ofRecord(Object[] components) {
        return hash(0, components);
    }

    private static int hash(int start, Object[] values) {
        int hash = start;
        for (Object value : values) {
            hash = 31 * hash + hashCodeOrZero(value);
        }
        return hash;
    }
}
