package telar.engine.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import telar.engine.Scenario;

/**
 * The class of a check, read from its class file so that nothing of it is initialised outside a run.
 *
 * @param name binary name
 * @param before methods marked {@code @BeforeEach}, superclasses first, in the order of the file
 * @param after methods marked {@code @AfterEach}, superclasses last
 */
public record TestClass(String name, List<String> before, List<String> after) {
    private static final String BEFORE = "Lorg/junit/jupiter/api/BeforeEach;";
    private static final String AFTER = "Lorg/junit/jupiter/api/AfterEach;";

    public TestClass {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Reads a class and its superclasses, as far as they have bytes.
     *
     * @throws IllegalArgumentException if there is no such class, or a marked method has parameters
     */
    public static TestClass read(String name, Function<String, byte[]> bytes) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        byte[] file = bytes.apply(name);
        if (file == null) {
            throw new IllegalArgumentException("there is no class " + name);
        }
        while (file != null) {
            Reader reader = new Reader();
            new ClassReader(file).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            before.removeAll(reader.before); // overridden: runs once, where the superclass has it
            before.addAll(0, reader.before);
            reader.after.removeAll(after);
            after.addAll(reader.after);
            file = reader.superName == null ? null : bytes.apply(reader.superName);
        }
        return new TestClass(name, before, after);
    }

    /** One run of the given method. */
    public Scenario scenario(String method) {
        return new Scenario(name, before, method, after);
    }

    private static final class Reader extends ClassVisitor {
        private final List<String> before = new ArrayList<>();
        private final List<String> after = new ArrayList<>();
        private String superName;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superclass, String[] interfaces) {
            superName = superclass == null ? null : superclass.replace('/', '.');
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    boolean isBefore = annotation.equals(BEFORE);
                    if (isBefore || annotation.equals(AFTER)) {
                        if (!descriptor.equals("()V")) {
                            throw new IllegalArgumentException(
                                    "the method " + name + " must be void and have no parameters to run before or after a check");
                        }
                        (isBefore ? before : after).add(name);
                    }
                    return null;
                }
            };
        }
    }
}
