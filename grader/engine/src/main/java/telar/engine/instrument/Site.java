package telar.engine.instrument;

/**
 * A place in a source file where something happens.
 *
 * @param file source file name, {@code ?} when the class file does not say
 * @param line line number, 0 when the class file does not say
 * @param className binary name as written in the source: without the shadow prefix
 * @param method method name as in the class file ({@code lambda$main$0}, {@code <init>})
 * @param student whether the class is one of the program's own, not a copy of a JDK class
 * @param callee what is called here, for a reader ({@code AtomicInteger.get}, {@code new Thread}); "" where it is no call
 */
public record Site(String file, int line, String className, String method, boolean student, String callee) {

    public Site(String file, int line, String className, String method, boolean student) {
        this(file, line, className, method, student, "");
    }
}
