package telar.engine.instrument;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The instrumented class files of one program, so that a fresh loader for each run need not instrument again. */
public final class ByteCache {

    private final Map<String, InstrumentedClass> classes = new ConcurrentHashMap<>();

    InstrumentedClass get(String binaryName) {
        return classes.get(binaryName);
    }

    void put(String binaryName, InstrumentedClass instrumented) {
        classes.put(binaryName, instrumented);
    }

    /** @param staticInitializer whether the class has one that matters to a run: which does more than make constants */
    record InstrumentedClass(byte[] classFile, boolean staticInitializer) {}
}
