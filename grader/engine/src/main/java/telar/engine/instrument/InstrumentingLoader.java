package telar.engine.instrument;

import java.io.IOException;
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
    private final Function<String, byte[]> prepared;
    private final boolean student;

    /** Guarded by itself. */
    private final List<Class<?>> defined = new ArrayList<>();

    private InstrumentingLoader(
            ClassLoader parent,
            Predicate<String> mine,
            ClassLibrary library,
            Redirects redirects,
            ByteCache cache,
            Function<String, byte[]> prepared,
            boolean student) {
        super(parent);
        this.mine = mine;
        this.library = library;
        this.redirects = redirects;
        this.cache = cache;
        this.prepared = prepared;
        this.student = student;
        setDefaultAssertionStatus(student);
    }

    /**
     * The loader of shadow copies.
     *
     * @param parent sees the hooks, and everything that programs use without its being instrumented
     * @param prepared binary name of a copy to what a {@link ClassPreparer} made of it, or {@code null}: then it is instrumented here
     */
    public static InstrumentingLoader shadow(ClassLoader parent, Redirects redirects, Function<String, byte[]> prepared) {
        return new InstrumentingLoader(
                parent, ShadowNames::isShadow, ClassLibrary.of(parent), redirects, new ByteCache(), prepared, false);
    }

    /**
     * A loader of a program's classes, with assertions on.
     *
     * @param shadow the loader of shadow copies, to which all other classes are left
     * @param controlled tells by binary name which classes are the program's, instrumented and defined here
     * @param bytes binary name to the class file of a controlled class, {@code null} when there is none
     * @param cache of the same program's earlier loaders, or a new one
     * @param prepared binary name to what a {@link ClassPreparer} made of that class of this program, or {@code null}
     */
    public static InstrumentingLoader program(
            InstrumentingLoader shadow,
            Predicate<String> controlled,
            Function<String, byte[]> bytes,
            ByteCache cache,
            Function<String, byte[]> prepared) {
        ClassLibrary library = ClassLibrary.of(controlled, bytes, shadow.library);
        return new InstrumentingLoader(shadow, controlled, library, shadow.redirects, cache, prepared, true);
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
            instrumented = prepared(name).numbered();
            cache.put(name, instrumented);
        }
        return instrumented;
    }

    private PreparedClass prepared(String name) throws ClassNotFoundException {
        try {
            byte[] ready = prepared.apply(name);
            if (ready != null) {
                return PreparedClass.read(ready);
            }
            String original = (student ? name : ShadowNames.original(name)).replace('.', '/');
            byte[] classFile = library.classFile(original);
            if (classFile == null) {
                throw new ClassNotFoundException(name);
            }
            return ClassInstrumenter.instrument(classFile, original, student, library, redirects);
        } catch (RuntimeException | IOException e) {
            throw new LinkageError("cannot instrument " + name, e);
        }
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
