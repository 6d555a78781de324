package telar.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import telar.exercise.KitException;

/**
 * What class files offer to others: their public and protected classes, constructors, methods and fields, each as one line in
 * Java's words. Two sets of class files with the same lines can stand in for each other. A method that overrides one of the JDK
 * is not listed: {@code run()} of a {@code Thread} and {@code toString()} can be called whether or not a class overrides them.
 */
public final class PublicApi {
    private static final int OFFERED = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final Set<String> members = new TreeSet<>();

    private PublicApi() {}

    /** Of every class file below a folder. */
    public static PublicApi of(Path classes) {
        PublicApi api = new PublicApi();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                new ClassReader(Files.readAllBytes(file))
                        .accept(api.new Reader(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
            return api;
        } catch (IOException e) {
            throw new KitException(classes + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What this offers and the other does not, in a stable order. */
    public List<String> missingIn(PublicApi other) {
        List<String> missing = new ArrayList<>(members);
        missing.removeAll(other.members);
        return missing;
    }

    public Set<String> members() {
        return members;
    }

    private final class Reader extends ClassVisitor {
        private String name;
        private boolean offered;
        private Set<String> inherited;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String internal, String signature, String superName, String[] interfaces) {
            name = simple(internal.replace('/', '.'));
            offered = (access & OFFERED) != 0;
            inherited = JdkMethods.above(superName, interfaces);
            if (offered) {
                String kind =
                        (access & Opcodes.ACC_INTERFACE) != 0
                                ? "interface "
                                : (access & Opcodes.ACC_ENUM) != 0 ? "enum " : "java/lang/Record".equals(superName) ? "record " : "class ";
                members.add(kind + name);
                if (superName != null && !superName.equals("java/lang/Object") && !kind.equals("interface ")) {
                    members.add(name + " extends " + simple(superName.replace('/', '.')));
                }
                for (String shape : interfaces) {
                    members.add(name + " implements " + simple(shape.replace('/', '.')));
                }
            }
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            if (offered && (access & OFFERED) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                members.add(statically(access) + type(Type.getType(descriptor)) + " " + name + "." + field);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
            if (!offered || (access & OFFERED) == 0 || (access & Opcodes.ACC_SYNTHETIC) != 0 || method.equals("<clinit>")) {
                return null;
            }
            if ((access & Opcodes.ACC_STATIC) == 0 && inherited.contains(method + descriptor)) {
                return null;
            }
            String parameters =
                    Arrays.stream(Type.getArgumentTypes(descriptor)).map(PublicApi::type).collect(Collectors.joining(", "));
            members.add(
                    method.equals("<init>")
                            ? "new " + name + "(" + parameters + ")"
                            : statically(access) + type(Type.getReturnType(descriptor)) + " " + name + "." + method + "(" + parameters + ")");
            return null;
        }
    }

    private static String statically(int access) {
        return (access & Opcodes.ACC_STATIC) != 0 ? "static " : "";
    }

    private static String type(Type type) {
        return simple(type.getClassName());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
