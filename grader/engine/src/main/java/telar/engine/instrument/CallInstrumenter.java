package telar.engine.instrument;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the method calls of one method, each as its {@link CallKind} wants it. */
final class CallInstrumenter {

    /** Their constructors without arguments are protected, and a copy stands in another package. */
    private static final Set<String> PROTECTED_EXCEPTIONS =
            Set.of("java/util/concurrent/ExecutionException", "java/util/concurrent/CompletionException");

    /** Since JDK 25 it is made by a package-private constructor, where it is thrown again. */
    private static final String CANCELLATION = "java/util/concurrent/CancellationException";

    private static final Set<String> RANDOMS = Set.of("java/util/Random", "java/util/SplittableRandom");

    private static final Set<String> TEXT_TAKERS =
            Set.of("java/lang/StringBuilder", "java/lang/StringBuffer", "java/io/PrintStream", "java/io/PrintWriter");

    private static final Set<String> TAKE_TEXT = Set.of("append", "insert", "print", "println");
    private static final String OBJECT_LAST = "Ljava/lang/Object;)";

    private final ClassInstrumenter type;
    private final MethodVisitor code;
    private final String method;
    private int line;

    CallInstrumenter(ClassInstrumenter type, MethodVisitor code, String method) {
        this.type = type;
        this.code = code;
        this.method = method;
    }

    void lineIs(int number) {
        line = number;
    }

    /** The number of the place that is being written. */
    int site() {
        return type.site(method, line);
    }

    private int site(Call call) {
        return type.site(method, line, call);
    }

    /** Writes a call of a method that is not a constructor. */
    void emit(Call written) {
        Call call = withText(written);
        switch (CallKind.of(call, type)) {
            case REDIRECTED -> redirect(call);
            case HANDLE_ACCESS -> make(type.bridges().handleAccess(call, site(call)));
            case COLLECTION_STREAM -> collectionStream(call);
            case JDK_STREAM -> jdkStream(call);
            case FACTORY -> {
                if (type.student()) {
                    reportCall(call);
                }
                code.visitMethodInsn(call.opcode(), ShadowNames.PREFIX + call.owner(), call.name(), call.descriptor(), true);
            }
            case ARRAY_CLONE -> clone(call, "arrClone");
            case OBJECT_CLONE -> clone(call, "objClone");
            case CONTENTS -> make(type.bridges().contents(call, site(call)));
            case EXTERNAL -> make(type.bridges().external(call, site(call)));
            case BLOCKING -> make(type.bridges().blocking(call, site(call)));
            case NOTED -> {
                if (call.name().startsWith("weakCompareAndSet") && call.owner().startsWith("java/util/concurrent/atomic/")) {
                    make(type.bridges().weak(call, site(call)));
                } else {
                    reportCall(call);
                    make(call);
                }
            }
            case LEFT -> make(call);
        }
    }

    /** Where the last argument is an object that is to become text: writes that, and gives the call that takes the text. */
    private Call withText(Call call) {
        String descriptor = call.descriptor();
        int last = descriptor.lastIndexOf(OBJECT_LAST);
        if (last < 0 || !call.isVirtual() || !TEXT_TAKERS.contains(call.owner()) || !TAKE_TEXT.contains(call.name())) {
            return call;
        }
        HookCalls.call(code, "text", "(Ljava/lang/Object;)Ljava/lang/String;");
        return withDescriptor(call, descriptor.substring(0, last) + "Ljava/lang/String;" + descriptor.substring(last + OBJECT_LAST.length() - 1));
    }

    /**
     * Writes the initialization of a new object.
     *
     * @param copied whether the reference to it is on the stack twice, as it is where the object is used
     */
    void emitNew(Call call, boolean copied) {
        switch (CallKind.of(call, type)) {
            case REDIRECTED -> {
                redirect(call);
                replaceNew(copied);
            }
            case EXTERNAL -> {
                make(type.bridges().external(call, site(call)));
                replaceNew(copied);
            }
            case NOTED -> {
                reportCall(call);
                make(call);
            }
            default -> emitInit(call);
        }
    }

    /** Writes the call of another constructor by a constructor, or the initialization of an object in the ordinary case. */
    void emitInit(Call call) {
        if (!type.student() && call.owner().equals(CANCELLATION) && call.argumentTypes().length == 2) {
            code.visitInsn(Opcodes.POP); // the cause, which the public constructors do not take
            make(withDescriptor(call, "(Ljava/lang/String;)V"));
            return;
        }
        if (call.descriptor().equals("()V")) {
            if (!type.student() && PROTECTED_EXCEPTIONS.contains(call.owner())) {
                code.visitInsn(Opcodes.ACONST_NULL);
                make(withDescriptor(call, "(Ljava/lang/Throwable;)V"));
                return;
            }
            if (RANDOMS.contains(call.owner()) && (type.student() || type.className().equals("java/util/Collections"))) {
                HookCalls.call(code, "seed", "()J");
                make(withDescriptor(call, "(J)V"));
                return;
            }
        }
        make(call);
    }

    /** What is called in place of an {@code invokedynamic} that makes a text or a hash code of objects. */
    Optional<Call> dynamicBridge(String name, String descriptor, Handle bootstrap, Object[] arguments) {
        if (bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods") && !name.equals("equals")) {
            return Optional.of(type.bridges().ofRecord(name, descriptor, arguments));
        }
        boolean concatenates = bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory");
        return concatenates && Stream.of(Type.getArgumentTypes(descriptor)).anyMatch(Bridges::needsText)
                ? Optional.of(type.bridges().concatenation(name, descriptor, bootstrap, arguments))
                : Optional.empty();
    }

    /** What stands in place of a method handle that {@code invokedynamic} gets. */
    Handle handle(Handle handle) {
        Call call = Call.of(handle);
        if (call.opcode() < 0 || !isRewritten(call)) {
            return handle;
        }
        Call bridge = type.bridges().handle(call, method, line);
        return new Handle(Opcodes.H_INVOKESTATIC, bridge.owner(), bridge.name(), bridge.descriptor(), bridge.isInterface());
    }

    private boolean isRewritten(Call call) {
        return CallKind.of(call, type) != CallKind.LEFT
                || call.isConstructor() && call.descriptor().equals("()V") && RANDOMS.contains(call.owner());
    }

    private void redirect(Call call) {
        Redirects.Hook hook = type.redirects().of(call, type.library()).orElseThrow();
        if (type.student()) {
            reportCall(call);
        }
        code.visitMethodInsn(Opcodes.INVOKESTATIC, hook.owner(), hook.name(), hook.descriptor(), false);
        Type wanted = Type.getReturnType(call.isConstructor() ? call.staticDescriptor() : call.descriptor());
        if (wanted.getSort() >= Type.ARRAY && !wanted.equals(hook.returnType())) {
            code.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
        }
    }

    /** The stack holds the uninitialized object once or twice and above it the one to use: leaves what the constructor would leave. */
    private void replaceNew(boolean copied) {
        if (copied) {
            code.visitInsn(Opcodes.DUP_X2);
            code.visitInsn(Opcodes.POP);
        }
        code.visitInsn(Opcodes.POP);
        code.visitInsn(Opcodes.POP);
    }

    private void clone(Call call, String hook) {
        code.visitInsn(Opcodes.DUP);
        HookCalls.push(code, site());
        HookCalls.call(code, hook, HookCalls.ON_MONITOR);
        make(call);
    }

    private void collectionStream(Call call) {
        if (type.student()) {
            reportCall(call);
        }
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/Collection", "spliterator", "()Ljava/util/Spliterator;", true);
        code.visitInsn(call.name().equals("stream") ? Opcodes.ICONST_0 : Opcodes.ICONST_1);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/util/stream/StreamSupport",
                "stream",
                "(Ljava/util/Spliterator;Z)Ljava/util/stream/Stream;",
                false);
    }

    private void jdkStream(Call call) {
        if (type.student() && call.owner().startsWith("java/util/")) {
            reportCall(call);
        }
        String stream = call.returnType().getInternalName();
        String element = stream.substring("java/util/stream/".length()).replace("Stream", "");
        String spliterator = element.isEmpty() ? "java/util/Spliterator" : "java/util/Spliterator$Of" + element;
        String factory = element.isEmpty() ? "stream" : element.toLowerCase(Locale.ROOT) + "Stream";
        make(type.bridges().jdkStream(call));
        HookCalls.call(code, "spl", "(Ljava/lang/Object;)Ljava/util/Spliterator;");
        code.visitTypeInsn(Opcodes.CHECKCAST, spliterator);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, "java/util/stream/StreamSupport", factory, "(L" + spliterator + ";Z)L" + stream + ";", false);
    }

    private void reportCall(Call call) {
        HookCalls.push(code, site(call));
        HookCalls.call(code, "call", HookCalls.AT_SITE);
    }

    private void make(Call call) {
        code.visitMethodInsn(call.opcode(), call.owner(), call.name(), call.descriptor(), call.isInterface());
    }

    private static Call withDescriptor(Call call, String descriptor) {
        return new Call(call.opcode(), call.owner(), call.name(), descriptor, call.isInterface());
    }
}
