package telar.engine.runtime;

import telar.engine.instrument.ShadowNames;

/** Names for a reader. */
final class Names {
    private static final String LAMBDA = "$$Lambda";

    private Names() {}

    /** The simple name of a binary name; nested classes keep a dot. */
    static String simple(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** The binary name of a class; of one that the JVM made for a lambda, without the number and address that it chose. */
    static String stable(Class<?> type) {
        String name = type.getName();
        int lambda = name.indexOf(LAMBDA);
        return lambda < 0 ? name : name.substring(0, lambda + LAMBDA.length());
    }

    static boolean jdk(String binaryName) {
        return binaryName.startsWith("java.") || binaryName.startsWith("jdk.");
    }

    /** The simple name of an object's class as its author wrote it. */
    static String of(Object object) {
        Class<?> type = object.getClass();
        if (object instanceof Class<?> c) {
            return "class " + simple(ShadowNames.original(c.getName()));
        }
        if (type.isArray()) {
            return type.getSimpleName();
        }
        return simple(ShadowNames.original(type.getName()));
    }
}
