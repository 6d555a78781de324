package telar.engine.instrument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets the error that unwinds a thread at the end of a run pass every handler that would catch it: a program that catches everything
 * and goes on would otherwise never end, and its {@code finally} blocks would run on.
 *
 * <p>What a handler would catch is looked at behind the end of the method's code, and goes on to the handler from there. Not at the
 * handler itself: compilers let handlers guard themselves, and an error thrown again there would be caught again, for ever.
 *
 * <p>Stands at the end of the chain, so that it sees handlers as they are written. Class files name their handlers before their code;
 * a handler named after its label was added by {@link MethodInstrumenter}, is to see that error, and throws it again.
 */
final class EndOfRunGuard extends MethodVisitor {
    private static final Set<String> CATCH_IT = Set.of("java/lang/Throwable", "java/lang/Error");

    /** Where a handler's errors are looked at, and the frame of the handler. */
    private static final class Gate {
        final Label label = new Label();
        Object[] locals;
        Object[] stack;
    }

    private final Map<Label, Gate> gates = new LinkedHashMap<>();

    private boolean inCode;

    /** The handler whose label has just been visited, or null. */
    private Gate here;

    EndOfRunGuard(MethodVisitor code) {
        super(Opcodes.ASM9, code);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        boolean guarded = !inCode && (type == null || CATCH_IT.contains(type));
        super.visitTryCatchBlock(
                start, end, guarded ? gates.computeIfAbsent(handler, h -> new Gate()).label : handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        inCode = true;
        here = gates.getOrDefault(label, here);
    }

    @Override
    public void visitFrame(int type, int numLocal, Object[] locals, int numStack, Object[] stack) {
        super.visitFrame(type, numLocal, locals, numStack, stack);
        if (here != null) {
            here.locals = java.util.Arrays.copyOf(locals, numLocal);
            here.stack = java.util.Arrays.copyOf(stack, numStack);
            here = null;
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        gates.forEach(this::write);
        super.visitMaxs(maxStack, maxLocals);
    }

    private void write(Label handler, Gate gate) {
        super.visitLabel(gate.label);
        if (gate.locals != null) { // class files from before frames have none
            super.visitFrame(Opcodes.F_NEW, gate.locals.length, gate.locals, gate.stack.length, gate.stack);
        }
        super.visitInsn(Opcodes.DUP);
        HookCalls.call(mv, "caught", "(Ljava/lang/Throwable;)V");
        super.visitJumpInsn(Opcodes.GOTO, handler);
    }
}
