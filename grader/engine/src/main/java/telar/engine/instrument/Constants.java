package telar.engine.instrument;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** Calls that make a value which nobody can change, from nothing but their arguments, and do nothing else. */
final class Constants {

    /** Class to static methods. */
    private static final Map<String, Set<String>> MAKERS = Map.of(
            "java/lang/Boolean", Set.of("valueOf"),
            "java/lang/Character", Set.of("valueOf"),
            "java/lang/Double", Set.of("valueOf"),
            "java/lang/Integer", Set.of("valueOf"),
            "java/lang/Long", Set.of("valueOf"),
            "java/net/URI", Set.of("create"),
            "java/time/Duration",
                    Set.of("ofDays", "ofHours", "ofMinutes", "ofSeconds", "ofMillis", "ofNanos"),
            "java/time/Instant", Set.of("ofEpochSecond", "ofEpochMilli", "parse"),
            "java/time/LocalDate", Set.of("of", "parse"));

    private Constants() {}

    static boolean isMadeBy(int opcode, String owner, String method) {
        return opcode == Opcodes.INVOKESTATIC && MAKERS.getOrDefault(owner, Set.of()).contains(method);
    }

    /** A lambda or method reference that takes nothing along. */
    static boolean isMadeBy(String descriptor, Handle bootstrap) {
        return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory") && descriptor.startsWith("()");
    }
}
