package telar.engine.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes calls of hooks into generated code. The class of the hooks is known by its name only. */
final class HookCalls {

    /** Internal name of the class whose static methods generated code calls. */
    static final String HOOKS = "telar/engine/runtime/Hooks";

    /** Takes an object, or a class for what is static, and two numbers. */
    static final String ON_OBJECT = "(Ljava/lang/Object;II)V";

    /** Takes an object and a site. */
    static final String ON_MONITOR = "(Ljava/lang/Object;I)V";

    /** Takes a site. */
    static final String AT_SITE = "(I)V";

    private HookCalls() {}

    static void call(MethodVisitor code, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, descriptor, false);
    }

    static void push(MethodVisitor code, int value) {
        if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }
}
