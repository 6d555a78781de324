package telar.engine.instrument;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What is to be done about a method call. The first that applies counts. */
enum CallKind {
    /** A hook is called in its place. */
    REDIRECTED,
    /** A {@code VarHandle} or {@code Unsafe} access, reported with its receiver. */
    HANDLE_ACCESS,
    /** {@code Collection.stream()} and {@code parallelStream()}, made on the shadow copy of the stream library. */
    COLLECTION_STREAM,
    /** Another JDK method that gives a JDK stream, which is turned into one of the shadow copy. */
    JDK_STREAM,
    /** {@code List.of} and the like, made on the copies of these methods. */
    FACTORY,
    /** {@code clone()} of an array: reported as a read of all of it. */
    ARRAY_CLONE,
    /** {@code super.clone()} that means {@link Object}'s: reported as a read of all fields. */
    OBJECT_CLONE,
    /** A call on an object that is not copied, such as a {@code StringBuilder}: reported as an access to its contents. */
    CONTENTS,
    /** The caller leaves the scheduler for the time of the call. */
    EXTERNAL,
    /** The scheduler makes the call, as one step. */
    BLOCKING,
    /** Left as it is, after its site has been reported. */
    NOTED,
    /** Left as it is. */
    LEFT;

    private static final String STREAM = "Ljava/util/stream/Stream;";
    private static final Set<String> STREAMS = Set.of(
            STREAM, "Ljava/util/stream/IntStream;", "Ljava/util/stream/LongStream;", "Ljava/util/stream/DoubleStream;");
    private static final Set<String> NOTED_OWNERS =
            Set.of("java/lang/Thread", "java/lang/ThreadGroup", "java/lang/Runtime", "java/lang/InheritableThreadLocal");
    private static final List<String> CONTENT_ARGUMENTS = List.of("Ljava/util/Collection;", "Ljava/util/Map;");

    static CallKind of(Call call, ClassInstrumenter from) {
        ClassLibrary library = from.library();
        if (from.redirects().of(call, library).isPresent()) {
            return REDIRECTED;
        }
        if (isVarHandleAccess(call) || isUnsafeAccess(call)) {
            return HANDLE_ACCESS;
        }
        if (isCollectionStream(call, library)) {
            return COLLECTION_STREAM;
        }
        if (givesJdkStream(call)) {
            return JDK_STREAM;
        }
        if (call.isStatic() && ShadowNames.factories(call.owner())) {
            return FACTORY;
        }
        if (from.reportsPlainAccesses() && call.owner().startsWith("[") && call.name().equals("clone")) {
            return ARRAY_CLONE;
        }
        if (from.reportsPlainAccesses() && isCloneOfObject(call, library)) {
            return OBJECT_CLONE;
        }
        if (from.student() && ContentAccesses.of(call, library).isPresent()) {
            return CONTENTS;
        }
        if (from.student() && ExternalCalls.mayWait(call)) {
            return EXTERNAL;
        }
        if (BlockingCalls.mayBlock(call, library)) {
            return BLOCKING;
        }
        return from.student() && isNoted(call, library) ? NOTED : LEFT;
    }

    static boolean isVarHandleAccess(Call call) {
        return call.isVirtual()
                && call.owner().equals("java/lang/invoke/VarHandle")
                && (call.name().matches("(get|set)(Volatile|Opaque|Acquire|Release)?|getAnd.*|compareAnd.*|weakCompareAnd.*"));
    }

    private static boolean isUnsafeAccess(Call call) {
        return call.isVirtual()
                && (call.owner().equals("jdk/internal/misc/Unsafe") || call.owner().equals("sun/misc/Unsafe"))
                && call.descriptor().startsWith("(Ljava/lang/Object;J")
                && call.name().matches("compareAnd.*|weakCompare.*|getAnd.*"
                        + "|(get|put)(Int|Long|Reference|Boolean|Object)(Volatile|Acquire|Release|Opaque)?");
    }

    private static boolean isCloneOfObject(Call call, ClassLibrary library) {
        return call.opcode() == Opcodes.INVOKESPECIAL
                && call.nameAndDescriptor().equals("clone()Ljava/lang/Object;")
                && library.declarerOfMethod(call.owner(), call.nameAndDescriptor())
                        .filter(declarer -> declarer.name().equals("java/lang/Object"))
                        .isPresent();
    }

    private static boolean isCollectionStream(Call call, ClassLibrary library) {
        return !call.isStatic()
                && (call.name().equals("stream") || call.name().equals("parallelStream"))
                && call.descriptor().equals("()" + STREAM)
                && library.declarerOfMethod(call.owner(), call.nameAndDescriptor())
                        .filter(declarer -> library.isSubtype(declarer.name(), "java/util/Collection") && isJdk(declarer.name()))
                        .filter(declarer -> !ShadowNames.shadow(declarer.name())) // a copy that makes its own streams makes right ones
                        .isPresent();
    }

    private static boolean givesJdkStream(Call call) {
        return !ShadowNames.shadow(call.owner())
                && (isJdk(call.owner()) || call.owner().startsWith("["))
                && STREAMS.contains(call.returnType().getDescriptor());
    }

    private static boolean isNoted(Call call, ClassLibrary library) {
        if (call.isConstructor()) { // other constructors touch nothing that another thread sees
            return call.owner().startsWith("java/util/") && CONTENT_ARGUMENTS.stream().anyMatch(call.descriptor()::contains);
        }
        return isNotedOwner(call.owner())
                || !isJdk(call.owner())
                        && library.declarerOfMethod(call.owner(), call.nameAndDescriptor())
                                .filter(declarer -> isNotedOwner(declarer.name()))
                                .isPresent();
    }

    private static boolean isNotedOwner(String owner) {
        return owner.startsWith("java/util/") || NOTED_OWNERS.contains(owner);
    }

    private static boolean isJdk(String owner) {
        return owner.startsWith("java/") || owner.startsWith("jdk/") || owner.startsWith("sun/");
    }
}
