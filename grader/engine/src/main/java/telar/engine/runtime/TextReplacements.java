package telar.engine.runtime;

import telar.engine.instrument.ShadowNames;

/**
 * The text of objects that have none of their own, which {@link Object#toString} makes of their identity: here of what stands for it.
 *
 * @see Replacements
 */
public final class TextReplacements {

    private static final ClassValue<Boolean> HAS_TEXT =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    try {
                        return !type.isArray() && type.getMethod("toString").getDeclaringClass() != Object.class;
                    } catch (NoSuchMethodException e) {
                        return true;
                    }
                }
            };

    private TextReplacements() {}

    @Replaces("java/lang/Object.toString()Ljava/lang/String;")
    public static String toString(Object object) {
        return object instanceof Thread thread && thread.getClass() == Thread.class
                ? ThreadAttributeReplacements.toString(thread)
                : HAS_TEXT.get(object.getClass()) ? object.toString() : identity(object);
    }

    @Replaces("super java/lang/Object.toString()Ljava/lang/String;")
    public static String identity(Object object) {
        return ShadowNames.original(Names.stable(object.getClass()))
                + "@"
                + Integer.toHexString(HashReplacements.hashCode(object));
    }

    @Replaces({"java/lang/String.valueOf(Ljava/lang/Object;)Ljava/lang/String;", "java/util/Objects.toString(Ljava/lang/Object;)Ljava/lang/String;"})
    public static String textOrNull(Object object) {
        return object == null ? "null" : toString(object);
    }

    @Replaces("java/util/Objects.toString(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/String;")
    public static String textOr(Object object, String otherwise) {
        return object == null ? otherwise : toString(object);
    }

    @Replaces("java/lang/String.format(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;")
    public static String format(String format, Object[] arguments) {
        return String.format(format, shown(arguments));
    }

    @Replaces("java/lang/String.formatted([Ljava/lang/Object;)Ljava/lang/String;")
    public static String formatted(String format, Object[] arguments) {
        return format.formatted(shown(arguments));
    }

    private static Object[] shown(Object[] arguments) {
        if (arguments == null) {
            return null;
        }
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] != null && !HAS_TEXT.get(shown[i].getClass())) {
                shown[i] = new Shown(shown[i]);
            }
        }
        return shown;
    }

    /** The text that {@link java.lang.runtime.ObjectMethods} gives a record. */
    static String ofRecord(Object instance, String names, Object[] components) {
        StringBuilder text = new StringBuilder(instance.getClass().getSimpleName()).append('[');
        String[] each = components.length == 0 ? new String[0] : names.split(";");
        for (int i = 0; i < components.length; i++) {
            text.append(i == 0 ? "" : ", ").append(each[i]).append('=').append(textOrNull(components[i]));
        }
        return text.append(']').toString();
    }

    /** Stands for an object without a text of its own among the arguments of a format. */
    private record Shown(Object object) {
        @Override
        public int hashCode() {
            return HashReplacements.hashCode(object);
        }

        @Override
        public String toString() {
            return identity(object);
        }
    }
}
