package telar.engine.runtime;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What instrumented code calls in place of the JDK methods named in {@link Replaces}: the table over all families of replacements.
 *
 * <p>On a thread that is not part of an execution each replacement does what the original does. A receiver is the first parameter;
 * types that only the JDK may name are passed as {@link Object}. The families are public because generated code calls them; they are
 * not for people.
 */
public final class Replacements {
    private static final List<Class<?>> FAMILIES =
            List.of(
                    MonitorReplacements.class,
                    TimeReplacements.class,
                    ThreadReplacements.class,
                    ThreadAttributeReplacements.class,
                    ThreadFactoryReplacements.class,
                    ThreadGroupReplacements.class,
                    LockQueueReplacements.class,
                    ParkingReplacements.class,
                    NondeterminismReplacements.class,
                    HashReplacements.class,
                    TextReplacements.class,
                    ExitReplacements.class,
                    OutsideReplacements.class,
                    ReflectionReplacements.class);

    private Replacements() {}

    /** {@code owner.name + descriptor} of the original to {@code owner.name + descriptor} of the replacement. */
    public static Map<String, String> table() {
        Map<String, String> table = new HashMap<>();
        for (Class<?> family : FAMILIES) {
            for (Method method : family.getDeclaredMethods()) {
                Replaces replaces = method.getAnnotation(Replaces.class);
                if (replaces != null) {
                    for (String original : replaces.value()) {
                        table.put(original, described(method));
                    }
                }
            }
        }
        return table;
    }

    private static String described(Method method) {
        MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        return method.getDeclaringClass().getName().replace('.', '/') + "." + method.getName() + type.toMethodDescriptorString();
    }

    /** Whether a class is one of the families: what is thrown there is what the original would throw. */
    static boolean in(String className) {
        return FAMILIES.stream().anyMatch(family -> family.getName().equals(className));
    }
}
