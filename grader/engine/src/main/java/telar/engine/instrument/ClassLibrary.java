package telar.engine.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers questions about classes by their internal names, from class files alone: asking never loads a class.
 *
 * <p>A name that no class file is found for is not an error: the answer is that nothing is known.
 */
final class ClassLibrary {

    private static final ClassLibrary NONE = new ClassLibrary(name -> null, null);

    private final Function<String, byte[]> classFiles;
    private final ClassLibrary fallback;
    private final Map<String, Optional<ClassFacts>> known = new ConcurrentHashMap<>();

    /**
     * @param classFiles internal name to class file, {@code null} for a name that is left to the fallback
     * @param fallback asked about names that {@code classFiles} does not answer
     */
    ClassLibrary(Function<String, byte[]> classFiles, ClassLibrary fallback) {
        this.classFiles = classFiles;
        this.fallback = fallback;
    }

    /** The classes that a loader sees; {@code null} is the system's loader. */
    static ClassLibrary of(ClassLoader loader) {
        return new ClassLibrary(name -> resource(loader, name + ".class"), NONE);
    }

    /** The classes of a program, by binary names, and those of its libraries. */
    static ClassLibrary of(Predicate<String> controlled, Function<String, byte[]> bytes, ClassLibrary libraries) {
        return new ClassLibrary(
                internalName -> {
                    String binaryName = internalName.replace('/', '.');
                    return controlled.test(binaryName) ? bytes.apply(binaryName) : null;
                },
                libraries);
    }

    private static byte[] resource(ClassLoader loader, String path) {
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The class file, or {@code null}. */
    byte[] classFile(String name) {
        byte[] own = classFiles.apply(name);
        return own != null || fallback == null ? own : fallback.classFile(name);
    }

    Optional<ClassFacts> facts(String name) {
        if (name.startsWith("[")) {
            return Optional.empty();
        }
        Optional<ClassFacts> facts = known.get(name);
        if (facts == null) {
            byte[] own = classFiles.apply(name);
            facts = own != null
                    ? Optional.of(ClassFacts.of(own))
                    : fallback == null ? Optional.empty() : fallback.facts(name);
            known.put(name, facts);
        }
        return facts;
    }

    /** Whether {@code name} is {@code base} or one of its subclasses. */
    boolean isSubclass(String name, String base) {
        for (String n = name; n != null; n = superName(n)) {
            if (n.equals(base)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code name} is {@code base} or extends or implements it. */
    boolean isSubtype(String name, String base) {
        if (name.equals(base)) {
            return true;
        }
        Optional<ClassFacts> facts = facts(name);
        return facts.isPresent()
                && (facts.get().interfaces().stream().anyMatch(i -> isSubtype(i, base))
                        || facts.get().superName() != null && isSubtype(facts.get().superName(), base));
    }

    /** The class or interface that declares the field which {@code owner.field} means. */
    Optional<ClassFacts> declarerOfField(String owner, String field) {
        Optional<ClassFacts> facts = facts(owner);
        if (facts.isEmpty() || facts.get().fields().containsKey(field)) {
            return facts;
        }
        for (String i : facts.get().interfaces()) {
            Optional<ClassFacts> inherited = declarerOfField(i, field);
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return facts.get().superName() == null ? Optional.empty() : declarerOfField(facts.get().superName(), field);
    }

    /** The class or interface that declares the method which {@code owner.method} means: superclasses first. */
    Optional<ClassFacts> declarerOfMethod(String owner, String nameAndDescriptor) {
        for (String n = owner; n != null; n = superName(n)) {
            Optional<ClassFacts> facts = facts(n);
            if (facts.isPresent() && facts.get().methods().containsKey(nameAndDescriptor)) {
                return facts;
            }
        }
        for (String n = owner; n != null; n = superName(n)) {
            for (String i : facts(n).map(ClassFacts::interfaces).orElse(List.of())) {
                Optional<ClassFacts> declarer = declarerOfMethod(i, nameAndDescriptor);
                if (declarer.isPresent()) {
                    return declarer;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether this class, not one of the JDK's, or a superclass of it has a static initialiser. */
    boolean hasInitialiser(String name) {
        for (String n = name; n != null && !n.startsWith("java/") && !n.startsWith("jdk/"); n = superName(n)) {
            if (facts(n).map(facts -> facts.methods().containsKey("<clinit>()V")).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private String superName(String name) {
        return facts(name).map(ClassFacts::superName).orElse(null);
    }
}
