package telar.engine.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;

/**
 * Instruments one class on its original names; a renaming to shadow copies follows.
 *
 * <p>Frames are taken over as they are, which is why no local variable is ever added: computing them anew would load classes.
 */
final class ClassInstrumenter extends ClassVisitor {

    private static final String FINALIZE = "finalize()V";

    /**
     * What the program's finalizers are called instead, so that the JVM runs none: it need not (JLS 12.6), and one that does not end
     * would keep a processor busy for good.
     */
    private static final String FINALIZER = "telar$finalize";

    private static final String CONCURRENT = "java/util/concurrent/";

    private final String className;
    private final boolean student;

    /** Whether only the static methods of an interface are copied. */
    private final boolean factories;

    private final ClassLibrary library;
    private final Redirects redirects;
    private final Numbers numbers;
    private final Bridges bridges;
    private final Map<String, Integer> firstLines = new HashMap<>();
    private final Set<String> mayLeak = new HashSet<>();
    private String source = "?";
    private boolean isInterface;

    /** Whether it is an enum, or a constant of one that has a body. */
    private boolean isEnum;

    /** Whether the compiler has made it for {@code switch} over the constants of enums: it holds arrays that only that code reads. */
    private boolean isSwitchMap;

    private boolean staticInitializer;

    private ClassInstrumenter(
            ClassWriter writer, String className, boolean student, ClassLibrary library, Redirects redirects, Numbers numbers) {
        super(Opcodes.ASM9, new ClassRemapper(writer, ShadowNames.remapper()));
        this.className = className;
        this.student = student;
        this.factories = !student && ShadowNames.factories(className);
        this.library = library;
        this.redirects = redirects;
        this.numbers = numbers;
        this.bridges = new Bridges(this, cv, writer);
    }

    /** @param className original internal name */
    static PreparedClass instrument(
            byte[] classFile, String className, boolean student, ClassLibrary library, Redirects redirects) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Numbers numbers = new Numbers(reader);
        ClassInstrumenter instrumenter = new ClassInstrumenter(writer, className, student, library, redirects, numbers);
        if (student) {
            reader.accept(instrumenter.new FirstLook(), ClassReader.SKIP_FRAMES);
        }
        reader.accept(instrumenter, ClassReader.EXPAND_FRAMES);
        return numbers.prepared(writer.toByteArray(), instrumenter.staticInitializer);
    }

    /**
     * Finds the line in which each method begins, which its first instructions come before, and the constructors that could let others see the
     * object before they write a final field: those that call anything but a constructor of the JDK before that.
     */
    private final class FirstLook extends ClassVisitor {
        FirstLook() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private boolean calls;

                @Override
                public void visitLineNumber(int line, Label start) {
                    firstLines.putIfAbsent(name + descriptor, line);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String methodDescriptor, boolean isInterface) {
                    calls |= !(method.equals("<init>") && owner.startsWith("java/"));
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String fieldDescriptor) {
                    if (calls && opcode == Opcodes.PUTFIELD && name.equals("<init>") && writesFinal(owner, field)) {
                        mayLeak.add(descriptor);
                    }
                }
            };
        }
    }

    /** Whether the field is a final one of this class that its author wrote. */
    private boolean writesFinal(String owner, String field) {
        int access = owner.equals(className) ? library.facts(owner).orElseThrow().fields().getOrDefault(field, 0) : 0;
        return (access & (Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC)) == Opcodes.ACC_FINAL;
    }

    /** Whether a constructor could let others see the object before it has written its final fields. */
    boolean mayLeak(String method, String descriptor) {
        return method.equals("<init>") && mayLeak.contains(descriptor);
    }

    /** The name under which a method of this name is called: a finalizer's is another one where the program declares it. */
    String called(String owner, String name, String descriptor) {
        boolean own = (name + descriptor).equals(FINALIZE)
                && library.declarerOfMethod(owner, FINALIZE)
                        .filter(declarer -> !declarer.name().startsWith("java/") && !declarer.name().startsWith("jdk/"))
                        .isPresent();
        return own ? FINALIZER : name;
    }

    /** The line in which a method begins; 0 where it is not known. */
    int firstLine(String name, String descriptor) {
        return firstLines.getOrDefault(name + descriptor, 0);
    }

    String className() {
        return className;
    }

    /** The name by which code of this class names it, before names are changed to those of copies. */
    String writtenName() {
        return factories ? ShadowNames.PREFIX + className : className;
    }

    boolean isInterface() {
        return isInterface;
    }

    /** Whether the class is the program's own. */
    boolean student() {
        return student;
    }

    ClassLibrary library() {
        return library;
    }

    Redirects redirects() {
        return redirects;
    }

    Bridges bridges() {
        return bridges;
    }

    /** Whether the class is a copy of one that is written to be used by several threads. */
    boolean concurrent() {
        return !student && className.startsWith(CONCURRENT);
    }

    /**
     * Whether accesses in a mode weaker than volatile order only what that mode promises. Other copies of JDK classes rely on more
     * than single modes to keep what they document, so that there every access orders like a volatile one.
     */
    boolean honoursModes() {
        return student || className.startsWith("java/util/concurrent/atomic/Atomic");
    }

    /**
     * Whether plain reads of fields are synchronisation: the skip lists write what others read by compare-and-set (or before anybody can see
     * it), and read it plainly, after a fence.
     */
    boolean readsBehindFences() {
        return !student && className.startsWith("java/util/concurrent/ConcurrentSkipList");
    }

    /** Whether plain accesses are reported and checked for races: the program's, and those of the mutable collections it uses. */
    boolean reportsPlainAccesses() {
        return student
                || !className.startsWith(CONCURRENT)
                        && !className.startsWith("java/util/Timer")
                        && !className.startsWith("java/util/TaskQueue")
                        && !className.startsWith("java/util/ImmutableCollections")
                        && !className.startsWith("java/util/stream/");
    }

    /** Whether a method of an immutable collection reads an array of the program's. */
    boolean readsGivenArrays(String method) {
        return className.startsWith("java/util/ImmutableCollections") && (method.equals("listFromArray") || method.equals("<init>"));
    }

    Numbers numbers() {
        return numbers;
    }

    int site(String method, int line) {
        return numbers.of(new Site(source, line, className.replace('/', '.'), method, student));
    }

    /** The same, of a call; the program's own calls are told apart by what they call. */
    int site(String method, int line, Call call) {
        return student
                ? numbers.of(new Site(source, line, className.replace('/', '.'), method, true, call.words()))
                : site(method, line);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        isEnum = (access & Opcodes.ACC_ENUM) != 0;
        isSwitchMap = (access & Opcodes.ACC_SYNTHETIC) != 0
                && library.facts(className).orElseThrow().fields().keySet().stream().allMatch(field -> field.startsWith("$SwitchMap$"));
        if (factories) {
            super.visit(version, access, writtenName(), null, superName, new String[0]);
        } else {
            super.visit(version, access, name, signature, superName, interfaces);
        }
    }

    @Override
    public void visitNestMember(String member) {
        if (!factories) {
            super.visitNestMember(member);
        }
    }

    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access) {
        if (!factories) {
            super.visitInnerClass(name, outerName, innerName, access);
        }
    }

    @Override
    public void visitSource(String file, String debug) {
        source = file == null ? "?" : file;
        super.visitSource(file, debug);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        if (factories && (access & Opcodes.ACC_STATIC) == 0) {
            return null;
        }
        String written = student && (name + descriptor).equals(FINALIZE) ? FINALIZER : name;
        MethodVisitor code = super.visitMethod(access & ~Opcodes.ACC_SYNCHRONIZED, written, descriptor, signature, exceptions);
        if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return code;
        }
        MethodVisitor instrumenter = new MethodInstrumenter(this, new EndOfRunGuard(code), access, name, descriptor);
        boolean initialises = name.equals("<clinit>") && !isSwitchMap || isEnum && (name.equals("<init>") || name.equals("$values"));
        return initialises ? new StaticInitializer(instrumenter) : instrumenter;
    }

    /**
     * Sees whether a static initializer leaves anything behind that a run could change or notice. One that only notes, for {@code assert}, whether
     * assertions are on, gives final fields values that nobody can change, and makes the constants of an enum, leaves nothing. What an enum's
     * constructors do belongs to it.
     */
    private final class StaticInitializer extends MethodVisitor {
        StaticInitializer(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            int access = owner.equals(className) ? library.facts(owner).orElseThrow().fields().getOrDefault(name, 0) : 0;
            staticInitializer |= (access & Opcodes.ACC_FINAL) == 0;
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean ofAnEnum = isEnum && (owner.equals("java/lang/Enum") || isItsOwn(owner)) && (name.equals("<init>") || name.equals("$values"));
            staticInitializer |= !name.equals("desiredAssertionStatus") && !ofAnEnum && !Constants.isMadeBy(opcode, owner, name);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            staticInitializer |= !Constants.isMadeBy(descriptor, bootstrap);
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            staticInitializer |= !(isEnum && isItsOwn(type));
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            staticInitializer |= opcode == Opcodes.NEWARRAY;
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            staticInitializer = true;
            super.visitMultiANewArrayInsn(descriptor, dimensions);
        }

        /** Whether it is the enum, or one of its constants that has a body. */
        private boolean isItsOwn(String type) {
            return type.equals(className) || type.startsWith(className + "$");
        }
    }

    @Override
    public void visitEnd() {
        bridges.write();
        super.visitEnd();
    }
}
