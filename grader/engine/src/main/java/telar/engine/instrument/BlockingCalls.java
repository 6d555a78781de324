package telar.engine.instrument;

import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Which calls into {@code java.util.concurrent} may block and are handed to the scheduler as a whole, and numbers for them,
 * appended to as classes are instrumented; safe for use by several threads.
 *
 * <p>Only methods that are undone easily when they turn out to block are listed; the others are run step by step.
 */
public final class BlockingCalls {

    private static final String PACKAGE = "java/util/concurrent/";
    private static final String TIME = "JLjava/util/concurrent/TimeUnit;)";
    private static final String OBJECT = "Ljava/lang/Object;";

    private static final Set<String> METHODS = Set.of(
            "lock()V",
            "lockInterruptibly()V",
            "tryLock(" + TIME + "Z",
            "acquire()V",
            "acquire(I)V",
            "acquireUninterruptibly()V",
            "acquireUninterruptibly(I)V",
            "tryAcquire(" + TIME + "Z",
            "tryAcquire(I" + TIME + "Z",
            "take()" + OBJECT,
            "put(" + OBJECT + ")V",
            "poll(" + TIME + OBJECT,
            "offer(" + OBJECT + TIME + "Z",
            "takeFirst()" + OBJECT,
            "takeLast()" + OBJECT,
            "putFirst(" + OBJECT + ")V",
            "putLast(" + OBJECT + ")V",
            "await()V",
            "await(" + TIME + "Z",
            "get()" + OBJECT,
            "get(" + TIME + OBJECT,
            "join()" + OBJECT,
            "awaitTermination(" + TIME + "Z");

    private static final Set<String> FUTURES = Set.of("Future", "FutureTask", "CompletableFuture", "RunnableFuture");

    private static final AppendOnlyTable<BlockingCall> TABLE = new AppendOnlyTable<>();

    private BlockingCalls() {}

    static int id(BlockingCall call) {
        return TABLE.id(call);
    }

    /** The call with the number that a hook received. */
    public static BlockingCall get(int id) {
        return TABLE.get(id);
    }

    static boolean mayBlock(Call call, ClassLibrary library) {
        return call.isVirtual()
                && call.owner().startsWith(PACKAGE)
                && METHODS.contains(call.nameAndDescriptor())
                && library.facts(call.owner()).filter(f -> f.has(Opcodes.ACC_PUBLIC)).isPresent()
                && blocksIn(call.owner().substring(PACKAGE.length()), call.name());
    }

    /** Several of the names mean something else, or cannot be undone, in other classes: {@code Condition.await}, {@code Map.put}. */
    private static boolean blocksIn(String simpleOwner, String name) {
        return switch (name) {
            case "await" -> simpleOwner.equals("CountDownLatch");
            case "put" -> simpleOwner.contains("Queue") || simpleOwner.contains("Deque");
            case "get", "join" -> FUTURES.contains(simpleOwner);
            default -> true;
        };
    }
}
