package telar.engine.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Defines instrumented classes: one long-lived loader for the shadow copies of JDK classes, and below it a loader for the controlled
 * classes of a program, fresh for each run so that statics are fresh.
 */
public final class InstrumentingLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Predicate<String> mine;
    private final ClassLibrary library;
    private final Redirects redirects;
    private final ByteCache cache;
    private final boolean student;

    /** Guarded by itself. */
    private final List<Class<?>> defined = new ArrayList<>();

    private InstrumentingLoader(
            ClassLoader parent, Predicate<String> mine, ClassLibrary library, Redirects redirects, ByteCache cache, boolean student) {
        super(parent);
        this.mine = mine;
        this.library = library;
        this.redirects = redirects;
        this.cache = cache;
        this.student = student;
        setDefaultAssertionStatus(student);
    }

    /**
     * The loader of shadow copies.
     *
     * @param parent sees the hooks, and everything that programs use without its being instrumented
     */
    public static InstrumentingLoader shadow(ClassLoader parent, Redirects redirects) {
        return new InstrumentingLoader(
                parent, ShadowNames::isShadow, ClassLibrary.of(parent), redirects, new ByteCache(), false);
    }

    /**
     * A loader of a program's classes, with assertions on.
     *
     * @param shadow the loader of shadow copies, to which all other classes are left
     * @param controlled tells by binary name which classes are the program's, instrumented and defined here
     * @param bytes binary name to the class file of a controlled class, {@code null} when there is none
     * @param cache of the same program's earlier loaders, or a new one
     */
    public static InstrumentingLoader program(
            InstrumentingLoader shadow, Predicate<String> controlled, Function<String, byte[]> bytes, ByteCache cache) {
        ClassLibrary library = new ClassLibrary(
                internalName -> {
                    String binaryName = internalName.replace('/', '.');
                    return controlled.test(binaryName) ? bytes.apply(binaryName) : null;
                },
                shadow.library);
        return new InstrumentingLoader(shadow, controlled, library, shadow.redirects, cache, true);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!mine.test(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] classFile = instrumented(name).classFile();
        Class<?> type = defineClass(name, classFile, 0, classFile.length);
        synchronized (defined) {
            defined.add(type);
        }
        return type;
    }

    private ByteCache.InstrumentedClass instrumented(String name) throws ClassNotFoundException {
        ByteCache.InstrumentedClass instrumented = cache.get(name);
        if (instrumented == null) {
            String original = (student ? name : ShadowNames.original(name)).replace('.', '/');
            byte[] classFile = library.classFile(original);
            if (classFile == null) {
                throw new ClassNotFoundException(name);
            }
            try {
                instrumented = ClassInstrumenter.instrument(classFile, original, student, library, redirects);
            } catch (RuntimeException e) {
                throw new LinkageError("cannot instrument " + name, e);
            }
            cache.put(name, instrumented);
        }
        return instrumented;
    }

    /** The classes that this loader has defined so far, in that order. */
    public List<Class<?>> defined() {
        synchronized (defined) {
            return List.copyOf(defined);
        }
    }

    /** Whether this loader has defined the class with this binary name. */
    public boolean isLoaded(String className) {
        synchronized (getClassLoadingLock(className)) {
            return findLoadedClass(className) != null;
        }
    }

    /** Whether the class, loaded before through this loader's cache, has a static initializer that does more than make constants. */
    public boolean hasStaticInitializer(String className) {
        ByteCache.InstrumentedClass instrumented = cache.get(className);
        return instrumented != null && instrumented.staticInitializer();
    }
}
