package telar.engine.instrument;

import java.util.Optional;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the report of a field access in front of it. Static final fields are not reported, nor {@link LazyViews}, nor those of JDK classes that are
 * not copied; of final fields only reads, and writes by constructors that others may look into.
 */
final class FieldInstrumenter {

    private final ClassInstrumenter type;
    private final MethodVisitor code;

    FieldInstrumenter(ClassInstrumenter type, MethodVisitor code) {
        this.type = type;
        this.code = code;
    }

    /** @param leaky whether the method is a constructor that could let others see the object before it has written its final fields */
    void report(int opcode, String owner, String name, String descriptor, int site, boolean leaky) {
        Optional<ClassFacts> declarer = isWatched(owner) ? type.library().declarerOfField(owner, name) : Optional.empty();
        if (declarer.isEmpty()) {
            return;
        }
        int access = declarer.get().fields().get(name);
        String hook = (access & Opcodes.ACC_FINAL) != 0
                ? finalHook(opcode, access, leaky)
                : hook(opcode, access, LazyViews.contain(declarer.get().name(), name));
        if (hook.isEmpty()) {
            return;
        }
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        FieldRef field = new FieldRef(
                ShadowNames.remapper().map(declarer.get().name()).replace('/', '.'),
                name,
                isStatic,
                descriptor.charAt(0),
                (access & Opcodes.ACC_VOLATILE) != 0);
        if (isStatic) {
            code.visitLdcInsn(Type.getObjectType(canName(declarer.get()) ? declarer.get().name() : owner));
        } else if (opcode == Opcodes.GETFIELD) {
            code.visitInsn(Opcodes.DUP);
        } else {
            copyObjectBelow(Type.getType(descriptor).getSize() == 2);
        }
        HookCalls.push(code, type.numbers().of(field));
        HookCalls.push(code, site);
        HookCalls.call(code, hook, HookCalls.ON_OBJECT);
    }

    /** The program watches all that is not the JDK's, a copy only what is copied. */
    private boolean isWatched(String owner) {
        return type.student()
                ? !owner.startsWith("java/") && !owner.startsWith("jdk/")
                : ShadowNames.shadow(owner);
    }

    private String hook(int opcode, int access, boolean lazyView) {
        boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        if ((access & Opcodes.ACC_VOLATILE) != 0 || !writes && type.readsBehindFences()) {
            return writes ? "volWrite" : "volRead";
        }
        if (lazyView || !type.reportsPlainAccesses()) { // only so that a trial of a blocking call can be undone
            return opcode == Opcodes.PUTFIELD ? "txw" : "";
        }
        if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
            return "";
        }
        return writes ? "write" : "read";
    }

    private String finalHook(int opcode, int access, boolean leaky) {
        if (!type.student() || (access & Opcodes.ACC_SYNTHETIC) != 0) {
            return "";
        }
        return opcode == Opcodes.GETFIELD ? "finalRead" : opcode == Opcodes.PUTFIELD && leaky ? "finalWrite" : "";
    }

    private boolean canName(ClassFacts declarer) {
        return declarer.has(Opcodes.ACC_PUBLIC) || packageOf(declarer.name()).equals(packageOf(type.className()));
    }

    private static String packageOf(String internalName) {
        return internalName.substring(0, internalName.lastIndexOf('/') + 1);
    }

    /** From {@code object, value} to {@code object, value, object}. */
    private void copyObjectBelow(boolean wideValue) {
        if (wideValue) {
            code.visitInsn(Opcodes.DUP2_X1);
            code.visitInsn(Opcodes.POP2);
            code.visitInsn(Opcodes.DUP_X2);
        } else {
            code.visitInsn(Opcodes.DUP2);
            code.visitInsn(Opcodes.POP);
        }
    }
}
