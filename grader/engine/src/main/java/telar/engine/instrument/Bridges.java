package telar.engine.instrument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Static methods added to an instrumented class, each of which takes the operands of one call and makes it.
 *
 * <p>Needed where a hook must see operands that lie below others on the stack, where the call has a handler of its own, and in place
 * of a method handle. They are written after the methods of the class.
 */
final class Bridges {

    private static final String THROWABLE = "java/lang/Throwable";
    private static final Type STRING = Type.getType(String.class);
    private static final Set<String> HAVE_TEXT = Set.of(
            "java/lang/String",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Double",
            "java/lang/Boolean",
            "java/lang/Character",
            "java/lang/StringBuilder",
            "java/time/Duration",
            "java/time/Instant");

    private final ClassInstrumenter type;
    private final ClassVisitor renamed;
    private final ClassVisitor unrenamed;
    private final Map<String, Call> known = new HashMap<>();
    private final Deque<Runnable> unwritten = new ArrayDeque<>();

    /**
     * @param renamed where methods go whose names are still original
     * @param unrenamed where methods go that mean the JDK's own classes
     */
    Bridges(ClassInstrumenter type, ClassVisitor renamed, ClassVisitor unrenamed) {
        this.type = type;
        this.renamed = renamed;
        this.unrenamed = unrenamed;
    }

    /** Writes all bridges asked for, also those that are asked for meanwhile. */
    void write() {
        while (!unwritten.isEmpty()) {
            unwritten.poll().run();
        }
    }

    /** Makes a {@code VarHandle} or {@code Unsafe} access and reports it. */
    Call handleAccess(Call call, int site) {
        int kind = Access.ofMethod(call.name());
        int mode = type.honoursModes() ? Access.modeOfMethod(call.name()) : 0;
        return bridge("access" + perSite(call, site), call, renamed, call.staticDescriptor(), code -> {
            failIfWeak(code, call, site);
            if (CallKind.isVarHandleAccess(call)) {
                reportVarHandle(code, call, kind, mode, site);
            } else {
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitVarInsn(Opcodes.LLOAD, 2);
                HookCalls.push(code, kind | mode | unsafeType(call.name()) << Access.TYPE_SHIFT);
                HookCalls.push(code, site);
                HookCalls.call(code, "us", "(Ljava/lang/Object;JII)V");
            }
            make(code, call);
            if (kind == Access.COMPARE_AND_SET) {
                code.visitInsn(Opcodes.DUP);
                HookCalls.call(code, "casPost", "(Z)V");
            }
            giveResult(code, call.staticDescriptor());
        });
    }

    private void reportVarHandle(MethodVisitor code, Call call, int kind, int mode, int site) {
        Type[] arguments = call.argumentTypes();
        int values = switch (kind) {
            case Access.READ -> 0;
            case Access.WRITE -> 1;
            default -> call.name().startsWith("getAnd") ? 1 : 2;
        };
        int coordinates = arguments.length - values;
        boolean plain = type.student() && (call.name().equals("get") || call.name().equals("set"));
        code.visitVarInsn(Opcodes.ALOAD, 0);
        if (coordinates >= 1 && arguments[0].getSort() >= Type.ARRAY) {
            code.visitVarInsn(Opcodes.ALOAD, 1);
        } else {
            code.visitInsn(Opcodes.ACONST_NULL);
        }
        if (coordinates == 2 && arguments[1].getSort() == Type.INT) {
            code.visitVarInsn(Opcodes.ILOAD, 2);
        } else {
            code.visitInsn(Opcodes.ICONST_M1);
        }
        HookCalls.push(code, plain ? kind + Access.PLAIN : kind | mode);
        HookCalls.push(code, site);
        HookCalls.call(code, "vh", "(Ljava/lang/invoke/VarHandle;Ljava/lang/Object;III)V");
    }

    /** A weak compare-and-set of an atomic class, which may fail for no reason. */
    Call weak(Call call, int site) {
        return bridge("weak" + call + site, call, renamed, call.staticDescriptor(), code -> {
            failIfWeak(code, call, site);
            HookCalls.push(code, site);
            HookCalls.call(code, "call", HookCalls.AT_SITE);
            make(code, call);
            giveResult(code, call.staticDescriptor());
        });
    }

    private void failIfWeak(MethodVisitor code, Call call, int site) {
        if (!type.student() || !call.name().startsWith("weakCompareAndSet")) {
            return;
        }
        Label goesOn = new Label();
        HookCalls.push(code, site);
        HookCalls.call(code, "weak", "(I)Z");
        code.visitJumpInsn(Opcodes.IFEQ, goesOn);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(goesOn);
        Object[] locals = frameTypes(Type.getArgumentTypes(call.staticDescriptor()));
        code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    }

    private static Object[] frameTypes(Type[] types) {
        Object[] frame = new Object[types.length];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = switch (types[i].getSort()) {
                case Type.LONG -> Opcodes.LONG;
                case Type.DOUBLE -> Opcodes.DOUBLE;
                case Type.FLOAT -> Opcodes.FLOAT;
                case Type.ARRAY, Type.OBJECT -> types[i].getInternalName();
                default -> Opcodes.INTEGER;
            };
        }
        return frame;
    }

    private static char unsafeType(String method) {
        if (method.contains("Int")) {
            return 'I';
        }
        if (method.contains("Long")) {
            return 'J';
        }
        return method.contains("Boolean") || method.contains("Byte") ? 'Z' : 'L';
    }

    /** Calls a method of an object that is not copied and reports it as an access to the object's contents. */
    Call contents(Call call, int site) {
        int kind = ContentAccesses.of(call, type.library()).orElseThrow();
        return bridge("contents" + call + site, call, renamed, call.staticDescriptor(), code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            HookCalls.push(code, kind);
            HookCalls.push(code, site);
            HookCalls.call(code, "objAccess", HookCalls.ON_OBJECT);
            make(code, call);
            giveResult(code, call.staticDescriptor());
        });
    }

    /** Makes a call outside the scheduler; comes back also when the call fails. */
    Call external(Call call, int site) {
        return bridge("external" + call + site, call, renamed, call.staticDescriptor(), code -> {
            Label start = new Label();
            Label end = new Label();
            Label failed = new Label();
            code.visitTryCatchBlock(start, end, failed, null);
            if (call.isConstructor() || call.isStatic()) {
                code.visitInsn(Opcodes.ACONST_NULL);
            } else {
                code.visitVarInsn(Opcodes.ALOAD, 0);
            }
            code.visitInsn(ExternalCalls.isTimed(call) ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
            HookCalls.push(code, site);
            HookCalls.call(code, "extIn", "(Ljava/lang/Object;ZI)V");
            code.visitLabel(start);
            make(code, call);
            if (ExternalCalls.opens(call)) {
                code.visitInsn(Opcodes.DUP);
                HookCalls.call(code, "opened", "(Ljava/lang/Object;)V");
            }
            code.visitLabel(end);
            HookCalls.call(code, "extOut", "()V");
            giveResult(code, call.staticDescriptor());
            code.visitLabel(failed);
            code.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {THROWABLE});
            HookCalls.call(code, "extOut", "()V");
            code.visitInsn(Opcodes.ATHROW);
        });
    }

    /** Lets the scheduler make a call. */
    Call blocking(Call call, int site) {
        int id = type.numbers().of(new BlockingCall(
                ShadowNames.remapper().map(call.owner()).replace('/', '.'),
                call.name(),
                ShadowNames.remapper().mapMethodDesc(call.descriptor())));
        return bridge("blocking" + perSite(call, site), call, renamed, call.staticDescriptor(), code -> {
            pushAllInArray(code, Type.getArgumentTypes(call.staticDescriptor()));
            HookCalls.push(code, id);
            HookCalls.push(code, site);
            HookCalls.call(code, "tx", "([Ljava/lang/Object;II)Ljava/lang/Object;");
            if (call.returnType() == Type.VOID_TYPE) {
                code.visitInsn(Opcodes.POP);
            } else if (call.returnType() == Type.BOOLEAN_TYPE) {
                code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Boolean");
                code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Boolean", "booleanValue", "()Z", false);
            }
            giveResult(code, call.staticDescriptor());
        });
    }

    private static void pushAllInArray(MethodVisitor code, Type[] arguments) {
        HookCalls.push(code, arguments.length);
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        int local = 0;
        for (int i = 0; i < arguments.length; i++) {
            code.visitInsn(Opcodes.DUP);
            HookCalls.push(code, i);
            code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), local);
            local += arguments[i].getSize();
            box(code, arguments[i]);
            code.visitInsn(Opcodes.AASTORE);
        }
    }

    /** Makes a call that gives a stream of the JDK's own; says {@code Object}, as a stream means the copy elsewhere. */
    Call jdkStream(Call call) {
        String descriptor = call.staticDescriptor();
        String asObject = descriptor.substring(0, descriptor.indexOf(')') + 1) + "Ljava/lang/Object;";
        return bridge("stream" + call, call, unrenamed, asObject, code -> {
            make(code, call);
            giveResult(code, asObject);
        });
    }

    /** Joins texts as the {@code invokedynamic} would, once each object among them has become its text. */
    Call concatenation(String name, String descriptor, Handle bootstrap, Object[] arguments) {
        Type[] taken = Type.getArgumentTypes(descriptor);
        Type[] joined = taken.clone();
        return bridge("concat" + known.size(), "concat", renamed, descriptor, code -> {
            int local = 0;
            for (int i = 0; i < taken.length; i++) {
                code.visitVarInsn(taken[i].getOpcode(Opcodes.ILOAD), local);
                local += taken[i].getSize();
                if (needsText(taken[i])) {
                    HookCalls.call(code, "text", "(Ljava/lang/Object;)Ljava/lang/String;");
                    joined[i] = STRING;
                }
            }
            code.visitInvokeDynamicInsn(name, Type.getMethodDescriptor(STRING, joined), bootstrap, arguments);
            giveResult(code, descriptor);
        });
    }

    /** Whether the text of such a value may be made of an identity. */
    static boolean needsText(Type type) {
        return type.getSort() >= Type.ARRAY && !HAVE_TEXT.contains(type.getInternalName());
    }

    /** The hash code or text of a record, from its components. */
    Call ofRecord(String name, String descriptor, Object[] arguments) {
        List<Handle> getters = Stream.of(arguments).skip(2).map(Handle.class::cast).toList();
        return bridge("record" + name, name, renamed, descriptor, code -> {
            if (name.equals("toString")) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitLdcInsn(arguments[1]);
            }
            HookCalls.push(code, getters.size());
            code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
            for (int i = 0; i < getters.size(); i++) {
                Handle getter = getters.get(i);
                code.visitInsn(Opcodes.DUP);
                HookCalls.push(code, i);
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitFieldInsn(Opcodes.GETFIELD, getter.getOwner(), getter.getName(), getter.getDesc());
                box(code, Type.getType(getter.getDesc()));
                code.visitInsn(Opcodes.AASTORE);
            }
            if (name.equals("toString")) {
                HookCalls.call(code, "recordText", "(Ljava/lang/Object;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;");
            } else {
                HookCalls.call(code, "recordHash", "([Ljava/lang/Object;)I");
            }
            giveResult(code, descriptor);
        });
    }

    private static void box(MethodVisitor code, Type type) {
        String box = switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.FLOAT -> "java/lang/Float";
            case Type.LONG -> "java/lang/Long";
            case Type.DOUBLE -> "java/lang/Double";
            default -> null;
        };
        if (box != null) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";", false);
        }
    }

    /** Stands for a method handle: makes its call as if it stood in the source. */
    Call handle(Call call, String method, int line) {
        return bridge("handle" + call + type.site(method, line), call, renamed, call.staticDescriptor(), code -> {
            CallInstrumenter calls = new CallInstrumenter(type, code, method);
            calls.lineIs(line);
            if (call.isConstructor()) {
                code.visitTypeInsn(Opcodes.NEW, call.owner());
                code.visitInsn(Opcodes.DUP);
                loadArguments(code, call.descriptor());
                calls.emitNew(call, true);
            } else {
                loadArguments(code, call.staticDescriptor());
                calls.emit(call);
            }
            giveResult(code, call.staticDescriptor());
        });
    }

    /** In the JDK's copies many sites share a bridge: their places are of no interest. */
    private String perSite(Call call, int site) {
        return call + (type.student() ? "@" + site : "");
    }

    private Call bridge(String key, Call call, ClassVisitor to, String descriptor, Consumer<MethodVisitor> body) {
        return bridge(key, call.isConstructor() ? "new" : call.name(), to, descriptor, body);
    }

    private Call bridge(String key, String does, ClassVisitor to, String descriptor, Consumer<MethodVisitor> body) {
        Call bridge = known.get(key);
        if (bridge == null) {
            String name = "telar$" + does + "$" + known.size();
            bridge = new Call(Opcodes.INVOKESTATIC, type.writtenName(), name, descriptor, type.isInterface());
            known.put(key, bridge);
            unwritten.add(() -> write(to, name, descriptor, body));
        }
        return bridge;
    }

    private void write(ClassVisitor to, String name, String descriptor, Consumer<MethodVisitor> body) {
        int access = (type.isInterface() ? Opcodes.ACC_PUBLIC : Opcodes.ACC_PRIVATE) | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodVisitor code = to.visitMethod(access, name, descriptor, null, null);
        code.visitCode();
        body.accept(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void giveResult(MethodVisitor code, String descriptor) {
        code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
    }

    private static void make(MethodVisitor code, Call call) {
        if (call.isConstructor()) {
            code.visitTypeInsn(Opcodes.NEW, call.owner());
            code.visitInsn(Opcodes.DUP);
            loadArguments(code, call.descriptor());
        } else {
            loadArguments(code, call.staticDescriptor());
        }
        code.visitMethodInsn(call.opcode(), call.owner(), call.name(), call.descriptor(), call.isInterface());
    }

    private static void loadArguments(MethodVisitor code, String descriptor) {
        int local = 0;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
            local += argument.getSize();
        }
    }
}
