package telar.engine.runtime;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Selectors that call the program back, which they must not do while it is outside; and the ends of processes.
 *
 * @see Replacements
 */
public final class OutsideReplacements {
    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private OutsideReplacements() {}

    @Replaces("java/nio/channels/Selector.select(Ljava/util/function/Consumer;)I")
    public static int select(Selector selector, Consumer<SelectionKey> action) throws IOException {
        return select(selector, action, 0);
    }

    @Replaces("java/nio/channels/Selector.select(Ljava/util/function/Consumer;J)I")
    public static int select(Selector selector, Consumer<SelectionKey> action, long millis) throws IOException {
        Objects.requireNonNull(action);
        LogicalThread me = Baton.here();
        if (me == null) {
            return selector.select(action, millis);
        }
        me.execution.outside.leave(me, selector, millis > 0);
        try {
            selector.select(millis);
        } finally {
            Outside.comeBack();
        }
        int called = 0;
        for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
            selector.selectedKeys().remove(key);
            action.accept(key);
            called++;
        }
        return called;
    }

    @Replaces("java/lang/Process.onExit()Ljava/util/concurrent/CompletableFuture;")
    public static Object onExit(Process process) {
        Objects.requireNonNull(process);
        LogicalThread me = Baton.here();
        return me == null ? process.onExit() : ProcessEnds.future(me, CALLER.getCallerClass().getClassLoader(), process);
    }

    @Replaces("java/lang/ProcessHandle.onExit()Ljava/util/concurrent/CompletableFuture;")
    public static Object onExit(ProcessHandle handle) {
        Objects.requireNonNull(handle);
        LogicalThread me = Baton.here();
        return me == null ? handle.onExit() : ProcessEnds.future(me, CALLER.getCallerClass().getClassLoader(), handle);
    }
}
