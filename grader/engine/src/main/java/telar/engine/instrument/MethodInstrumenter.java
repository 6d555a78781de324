package telar.engine.instrument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Instruments the code of one method: its beginning and end, monitors, loops, and accesses to fields and arrays; calls are written by
 * {@link CallInstrumenter}.
 */
final class MethodInstrumenter extends MethodVisitor {

    /** Names of methods by which other code enters the program in a new thread or task; lambdas are entered so as well. */
    private static final Set<String> CALLBACKS = Set.of("run", "call", "accept", "apply", "get", "compute", "exec", "test");

    private static final String TASK = "java/util/concurrent/ForkJoinTask";
    private static final String TASK_QUEUE = "java/util/concurrent/ForkJoinPool$WorkQueue";
    private static final String ON_TASK = "(Ljava/lang/Object;)V";

    /** Methods of a task that return when it is done. The JDK need not look at its status again when the caller ran it itself. */
    private static final Set<String> JOINS =
            Set.of("join", "get", "invoke", "quietlyJoin", "quietlyInvoke", "joinForPoolInvoke", "getForPoolInvoke", "invokeAll");

    private final ClassInstrumenter type;
    private final CallInstrumenter calls;
    private final FieldInstrumenter fields;
    private final String name;
    private final String descriptor;
    private final boolean isStatic;
    private final boolean isSynchronized;
    private final boolean isClassInitializer;
    private final boolean runsTask;

    /** Start and end of what must leave a monitor, or class initialization, also when it fails. */
    private final Label guardStart = new Label();

    private final Label guardEnd = new Label();

    /** For each object created but not yet initialized, innermost first, whether its reference was copied. */
    private final Deque<Boolean> uninitialized = new ArrayDeque<>();

    /** Whether the instruction before this one created an object. */
    private boolean justCreated;

    /** Whether {@code this} is an object yet: in a constructor, after the other constructor's call. */
    private boolean thisIsReady;

    /** How many times local variables were stored, in textual order, before each label passed. */
    private final Map<Label, Integer> storesAt = new HashMap<>();

    private int stores;

    MethodInstrumenter(ClassInstrumenter type, MethodVisitor code, int access, String name, String descriptor) {
        super(Opcodes.ASM9, code);
        this.type = type;
        this.calls = new CallInstrumenter(type, code, name);
        this.fields = new FieldInstrumenter(type, code);
        this.name = name;
        this.descriptor = descriptor;
        this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
        this.isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        this.isClassInitializer = name.equals("<clinit>");
        this.runsTask = type.className().equals(TASK) && name.equals("doExec");
        this.thisIsReady = !name.equals("<init>");
    }

    @Override
    public void visitCode() {
        super.visitCode();
        calls.lineIs(type.firstLine(name, descriptor));
        if (isClassInitializer) {
            HookCalls.call(mv, type.student() ? "clinitIn" : "copyIn", "()V");
        }
        if (type.mayLeak(name, descriptor)) {
            report("constructs", HookCalls.AT_SITE);
        }
        if (type.student() && (name.startsWith("lambda$") || !isStatic && CALLBACKS.contains(name))) {
            report("entry", HookCalls.AT_SITE);
        }
        if (queuesTask()) {
            mv.visitVarInsn(Opcodes.ALOAD, 1);
            HookCalls.call(mv, "taskPut", ON_TASK);
        }
        if (runsTask) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            HookCalls.call(mv, "taskIn", ON_TASK);
        }
        if (type.className().equals(TASK) && name.startsWith("reportEx")) {
            joined(0); // a join that ends with what the task threw
        }
        if (isSynchronized) {
            pushOwnMonitor();
            report("monEnter", HookCalls.ON_MONITOR);
        }
        if (isSynchronized || isClassInitializer) {
            mv.visitLabel(guardStart);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (isSynchronized || isClassInitializer) {
            mv.visitLabel(guardEnd);
            mv.visitTryCatchBlock(guardStart, guardEnd, guardEnd, null);
            Object[] locals = isStatic ? new Object[0] : new Object[] {type.className()};
            mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            if (isClassInitializer) {
                mv.visitInsn(Opcodes.DUP);
                mv.visitLdcInsn(type.className().replace('/', '.'));
                HookCalls.call(mv, "clinitFailed", "(Ljava/lang/Throwable;Ljava/lang/String;)V");
            }
            if (isClassInitializer && !type.student()) {
                HookCalls.call(mv, "copyFailed", "()V");
            } else {
                leave();
            }
            mv.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(maxStack, maxLocals);
    }

    /** The methods that put a task into a pool's queue are named differently from JDK to JDK. */
    private boolean queuesTask() {
        return type.className().equals(TASK_QUEUE)
                && name.toLowerCase(Locale.ROOT).contains("push")
                && descriptor.startsWith("(L" + TASK + ";");
    }

    /** The task, array or collection of tasks in this variable has been joined. */
    private void joined(int variable) {
        mv.visitVarInsn(Opcodes.ALOAD, variable);
        HookCalls.call(mv, "taskJoined", ON_TASK);
    }

    private void leave() {
        if (type.mayLeak(name, descriptor)) {
            report("constructed", HookCalls.AT_SITE);
        }
        if (isClassInitializer && type.student()) {
            HookCalls.call(mv, "clinitOut", "()V");
        } else if (isClassInitializer) {
            mv.visitLdcInsn(Type.getObjectType(type.className()));
            HookCalls.call(mv, "copyOut", "(Ljava/lang/Class;)V");
        }
        if (isSynchronized) {
            pushOwnMonitor();
            report("monExit", HookCalls.ON_MONITOR);
        }
    }

    private void pushOwnMonitor() {
        if (isStatic) {
            mv.visitLdcInsn(Type.getObjectType(type.className()));
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
        }
    }

    private void report(String hook, String hookDescriptor) {
        HookCalls.push(mv, calls.site());
        HookCalls.call(mv, hook, hookDescriptor);
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        calls.lineIs(line);
        super.visitLineNumber(line, start);
    }

    @Override
    public void visitLabel(Label label) {
        storesAt.put(label, stores);
        super.visitLabel(label);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        justCreated = false;
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            stores++;
        }
        super.visitVarInsn(opcode, local);
    }

    @Override
    public void visitIincInsn(int local, int increment) {
        stores++;
        super.visitIincInsn(local, increment);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        Integer storesThere = storesAt.get(label);
        if (type.student() && storesThere != null) {
            report(storesThere == stores ? "idleEdge" : "backEdge", HookCalls.AT_SITE);
        }
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitInsn(int opcode) {
        if (justCreated && opcode == Opcodes.DUP) {
            uninitialized.pop();
            uninitialized.push(true);
        }
        justCreated = false;
        if (opcode == Opcodes.MONITORENTER) {
            report("monEnter", HookCalls.ON_MONITOR);
            return;
        }
        if (opcode == Opcodes.MONITOREXIT) {
            report("monExit", HookCalls.ON_MONITOR);
            return;
        }
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            if (runsTask) {
                HookCalls.call(mv, "taskOut", "()V");
            }
            if (type.className().equals(TASK) && JOINS.contains(name)) {
                joined(0);
                if (descriptor.startsWith("(L" + TASK + ";L")) {
                    joined(1);
                }
            }
            leave();
        }
        arrayAccess(opcode);
        super.visitInsn(opcode);
    }

    private void arrayAccess(int opcode) {
        boolean plain = type.reportsPlainAccesses() || type.readsGivenArrays(name);
        if (plain && opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            mv.visitInsn(Opcodes.DUP2);
            report("arrRead", HookCalls.ON_OBJECT);
        } else if ((plain || type.concurrent()) && opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            if (opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE) {
                mv.visitInsn(Opcodes.DUP2_X2);
                mv.visitInsn(Opcodes.POP2);
                mv.visitInsn(Opcodes.DUP2_X2);
            } else {
                mv.visitInsn(Opcodes.DUP_X2);
                mv.visitInsn(Opcodes.POP);
                mv.visitInsn(Opcodes.DUP2_X1);
            }
            report(plain ? "arrWrite" : "txa", HookCalls.ON_OBJECT);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String fieldDescriptor) {
        justCreated = false;
        if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
            type.library().declarerOfField(owner, field).ifPresent(declarer -> initialises(declarer.name(), owner));
        }
        if (thisIsReady || opcode != Opcodes.PUTFIELD) {
            fields.report(opcode, owner, field, fieldDescriptor, calls.site(), type.mayLeak(name, descriptor));
        }
        super.visitFieldInsn(opcode, owner, field, fieldDescriptor);
    }

    /** The next instruction initialises the class, which it finds by way of another one. */
    private void initialises(String declarer, String owner) {
        if (type.student() && declarer.equals(owner) && !declarer.equals(type.className()) && type.library().hasInitialiser(declarer)) {
            mv.visitLdcInsn(Type.getObjectType(declarer));
            HookCalls.call(mv, "initialises", "(Ljava/lang/Class;)V");
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String typeName) {
        justCreated = opcode == Opcodes.NEW;
        if (justCreated) {
            uninitialized.push(false);
            initialises(typeName, typeName);
        }
        super.visitTypeInsn(opcode, typeName);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String methodDescriptor, boolean isInterface) {
        justCreated = false;
        if (opcode == Opcodes.INVOKESTATIC) {
            type.library().declarerOfMethod(owner, method + methodDescriptor).ifPresent(declarer -> initialises(declarer.name(), owner));
        }
        Call call = new Call(opcode, owner, type.called(owner, method, methodDescriptor), methodDescriptor, isInterface);
        if (!call.isConstructor()) {
            calls.emit(call);
        } else if (uninitialized.isEmpty()) {
            calls.emitInit(call);
            thisIsReady = true;
        } else {
            calls.emitNew(call, uninitialized.pop());
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String method, String methodDescriptor, Handle bootstrap, Object... arguments) {
        justCreated = false;
        Optional<Call> bridge = calls.dynamicBridge(method, methodDescriptor, bootstrap, arguments);
        if (bridge.isPresent()) {
            Call call = bridge.get();
            super.visitMethodInsn(call.opcode(), call.owner(), call.name(), call.descriptor(), call.isInterface());
            return;
        }
        Object[] rewritten = arguments.clone();
        String made = methodDescriptor;
        for (int i = 0; i < rewritten.length; i++) {
            if (rewritten[i] instanceof Handle handle) {
                Handle own = calls.handle(handle);
                rewritten[i] = own;
                if (own != handle && isMetafactory(bootstrap)) {
                    made = withReceiverOf(own, made);
                }
            }
        }
        super.visitInvokeDynamicInsn(method, made, bootstrap, rewritten);
    }

    private static boolean isMetafactory(Handle bootstrap) {
        return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory");
    }

    /**
     * A method reference may be bound to an object of a subclass where the method is called on it, but not where it is passed to a
     * bridge: there the types must be equal.
     */
    private static String withReceiverOf(Handle bridge, String captures) {
        Type[] captured = Type.getArgumentTypes(captures);
        Type[] taken = Type.getArgumentTypes(bridge.getDesc());
        if (captured.length == 0 || taken.length == 0 || captured[0].getSort() != Type.OBJECT || taken[0].getSort() != Type.OBJECT) {
            return captures;
        }
        captured[0] = taken[0];
        return Type.getMethodDescriptor(Type.getReturnType(captures), captured);
    }
}
