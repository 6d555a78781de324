package telar.engine.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Remapper;

/**
 * Which JDK classes have an instrumented copy, and what the copy is called.
 *
 * <p>Copied are the classes of {@code java.util.concurrent}, {@code java.util.stream}, the timers and the collections. Interfaces,
 * exceptions and enums stay the JDK's, so that values can pass between instrumented and other code; an interface is copied only
 * if it is sealed or if a method of it mentions a copied class. Nested classes go with their top-level class. Of the interfaces that
 * make collections ({@code List.of}) the static methods are copied.
 */
public final class ShadowNames {

    /** What the internal name of a copy begins with. */
    public static final String PREFIX = "shadow/";

    private static final String BINARY_PREFIX = "shadow.";
    private static final String CONCURRENT = "java/util/concurrent/";

    /** All its methods are redirected; and the JDK itself must be able to park and unpark its own threads. */
    private static final Set<String> NEVER = Set.of("java/util/concurrent/locks/LockSupport");

    private static final Set<String> ALWAYS = Set.of(
            "java/util/AbstractCollection",
            "java/util/AbstractList",
            "java/util/AbstractMap",
            "java/util/AbstractQueue",
            "java/util/AbstractSequentialList",
            "java/util/AbstractSet",
            "java/util/ArrayDeque",
            "java/util/ArrayList",
            "java/util/ArrayPrefixHelpers",
            "java/util/Arrays",
            "java/util/ArraysParallelSortHelpers",
            "java/util/BitSet",
            "java/util/CollSer",
            "java/util/Collections",
            "java/util/ComparableTimSort",
            "java/util/Comparators",
            "java/util/DoubleSummaryStatistics",
            "java/util/DualPivotQuicksort",
            "java/util/EnumMap",
            "java/util/EnumSet",
            "java/util/HashMap",
            "java/util/HashSet",
            "java/util/Hashtable",
            "java/util/IdentityHashMap",
            "java/util/ImmutableCollections",
            "java/util/IntSummaryStatistics",
            "java/util/JumboEnumSet",
            "java/util/KeyValueHolder",
            "java/util/LinkedHashMap",
            "java/util/LinkedHashSet",
            "java/util/LinkedList",
            "java/util/LongSummaryStatistics",
            "java/util/PriorityQueue",
            "java/util/RegularEnumSet",
            "java/util/Spliterators",
            "java/util/Stack",
            "java/util/StringJoiner",
            "java/util/StringTokenizer",
            "java/util/TaskQueue",
            "java/util/TimSort",
            "java/util/Timer",
            "java/util/TimerTask",
            "java/util/TimerThread",
            "java/util/TreeMap",
            "java/util/TreeSet",
            "java/util/Vector",
            "java/util/WeakHashMap");

    /** Interfaces that stay the JDK's, while the static methods by which they make collections are copied. */
    private static final Set<String> FACTORIES = Set.of("java/util/List", "java/util/Map", "java/util/Set");

    private static final ClassLibrary JDK = ClassLibrary.of(ClassLoader.getPlatformClassLoader());

    /** Top-level internal name to answer. A pure function of the running JDK, remembered. */
    private static final Map<String, Boolean> ANSWERS = new ConcurrentHashMap<>();

    private static final Remapper REMAPPER = new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String internalName) {
            return shadow(internalName) ? PREFIX + internalName : internalName;
        }
    };

    private ShadowNames() {}

    /** Whether the JDK class with this (original, internal) name has a copy. */
    public static boolean shadow(String internalName) {
        if (!internalName.startsWith("java/util/")) {
            return false;
        }
        String topLevel = topLevel(internalName);
        Boolean answer = ANSWERS.get(topLevel);
        if (answer == null) {
            ANSWERS.put(topLevel, answer = decide(topLevel));
        }
        return answer;
    }

    /**
     * Whether the interface with this (original, internal) name has a copy of its static methods only: what they make would otherwise be
     * the JDK's own, which goes through its elements in an order that each JVM draws by lot.
     */
    static boolean factories(String internalName) {
        return FACTORIES.contains(internalName);
    }

    /** The binary names of all copies that there can be of the running JDK's classes. */
    public static List<String> all() {
        Path javaUtil = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/util");
        try (Stream<Path> files = Files.walk(javaUtil)) {
            return files.map(file -> javaUtil.getParent().getParent().relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(name -> shadow(name) || factories(name))
                    .map(name -> BINARY_PREFIX + name.replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name that stands in the source: without the prefix of a copy. */
    public static String original(String binaryName) {
        return isShadow(binaryName) ? binaryName.substring(BINARY_PREFIX.length()) : binaryName;
    }

    /** Whether the binary name is that of a copy. */
    public static boolean isShadow(String binaryName) {
        return binaryName.startsWith(BINARY_PREFIX);
    }

    static Remapper remapper() {
        return REMAPPER;
    }

    private static String topLevel(String internalName) {
        int dollar = internalName.indexOf('$');
        return dollar < 0 ? internalName : internalName.substring(0, dollar);
    }

    /** Whether a class that is copied for its own sake can be reached from here through the descriptors of interfaces. */
    private static boolean decide(String start) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (copiedForItself(name)) {
                return true;
            }
            for (String mentioned : mentionedByInterface(name)) {
                if (seen.add(mentioned)) {
                    open.push(mentioned);
                }
            }
        }
        return false;
    }

    private static boolean copiedForItself(String name) {
        if (ALWAYS.contains(name) || name.startsWith("java/util/stream/")) {
            return true;
        }
        return isCandidate(name) && JDK.facts(name).filter(f -> !f.has(Opcodes.ACC_INTERFACE) || f.sealed()).isPresent();
    }

    private static List<String> mentionedByInterface(String name) {
        List<String> mentioned = new ArrayList<>();
        if (isCandidate(name)) {
            for (String method : JDK.facts(name).orElseThrow().methods().keySet()) {
                String descriptor = method.substring(method.indexOf('('));
                Stream.concat(Stream.of(Type.getArgumentTypes(descriptor)), Stream.of(Type.getReturnType(descriptor)))
                        .map(type -> type.getSort() == Type.ARRAY ? type.getElementType() : type)
                        .filter(type -> type.getSort() == Type.OBJECT)
                        .map(type -> topLevel(type.getInternalName()))
                        .forEach(mentioned::add);
            }
        }
        return mentioned;
    }

    private static boolean isCandidate(String name) {
        return name.startsWith(CONCURRENT)
                && !NEVER.contains(name)
                && JDK.facts(name).filter(f -> !f.has(Opcodes.ACC_ENUM)).isPresent()
                && !JDK.isSubclass(name, "java/lang/Throwable");
    }
}
