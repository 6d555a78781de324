package telar.engine.instrument;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Instruments classes for another JVM of the same version, without loading any. What it gives, {@link InstrumentingLoader} takes.
 * Thread-safe.
 */
public final class ClassPreparer {
    private final ClassLibrary libraries;
    private final Redirects redirects;

    /** @param libraries sees the JDK and everything else that programs use without its being instrumented */
    public ClassPreparer(ClassLoader libraries, Redirects redirects) {
        this.libraries = ClassLibrary.of(libraries);
        this.redirects = redirects;
    }

    /**
     * A copy of a class of the JDK.
     *
     * @param name binary name of the copy
     */
    public byte[] copy(String name) {
        String original = ShadowNames.original(name).replace('.', '/');
        return ClassInstrumenter.instrument(libraries.classFile(original), original, false, libraries, redirects).bytes();
    }

    /** What prepares classes of one program; its parameters are those of {@link InstrumentingLoader#program}. */
    public Function<String, byte[]> of(Predicate<String> controlled, Function<String, byte[]> bytes) {
        ClassLibrary library = ClassLibrary.of(controlled, bytes, libraries);
        return name -> ClassInstrumenter.instrument(bytes.apply(name), name.replace('.', '/'), true, library, redirects).bytes();
    }
}
