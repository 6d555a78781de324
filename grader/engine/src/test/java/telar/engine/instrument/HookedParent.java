package telar.engine.instrument;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** A class loader in which {@link RecordingHooks} are the hooks. */
final class HookedParent extends ClassLoader {

    private static final String HOOKS = "telar.engine.runtime.Hooks";
    private static final ClassLibrary CLASS_PATH = ClassLibrary.of(HookedParent.class.getClassLoader());

    static {
        JdkClasses.export();
    }

    HookedParent() {
        super(HookedParent.class.getClassLoader());
    }

    static InstrumentingLoader shadow() {
        return InstrumentingLoader.shadow(new HookedParent(), RecordingHooks.redirects(), name -> null);
    }

    /** A program of classes found on the class path. */
    static InstrumentingLoader program(String... prefixes) {
        return program(HookedParent::classFile, prefixes);
    }

    static InstrumentingLoader program(Function<String, byte[]> bytes, String... prefixes) {
        return InstrumentingLoader.program(
                shadow(), name -> List.of(prefixes).stream().anyMatch(name::startsWith), bytes, new ByteCache(), name -> null);
    }

    static byte[] classFile(String binaryName) {
        return CLASS_PATH.classFile(binaryName.replace('.', '/'));
    }

    /** What the hooks of the program's loader have noted. */
    @SuppressWarnings("unchecked") // the field is declared so
    static List<String> events(InstrumentingLoader program) throws ReflectiveOperationException {
        return (List<String>) Class.forName(HOOKS, true, program).getField("EVENTS").get(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(HOOKS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define();
        }
    }

    private Class<?> define() {
        String recording = RecordingHooks.class.getName().replace('.', '/');
        Map<String, String> names = Map.of(recording, HOOKS.replace('.', '/'));
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(CLASS_PATH.classFile(recording))
                .accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, names)), 0);
        byte[] classFile = writer.toByteArray();
        return defineClass(HOOKS, classFile, 0, classFile.length);
    }
}
