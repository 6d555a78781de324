package telar.engine.runtime;

import telar.engine.instrument.ShadowNames;

/** Names for a reader. */
final class Names {
    private Names() {}

    /** The simple name of a binary name; nested classes keep a dot. */
    static String simple(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
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
