package telar.mutation;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.type.TypeMirror;

/**
 * Calls by which threads start, wait for, wake and stop each other: RTXC, RCXC, RNA, MXT, MXC and MSF of the literature, the loop
 * around a wait, and what people write instead of waiting.
 */
final class SignalOperators extends Operators {
    private static final String THREAD = "java.lang.Thread";
    private static final String CONCURRENT = "java.util.concurrent.";

    /** Class to the methods of which each call can be left out. */
    private static final Map<String, Set<String>> DROPPED = Map.of(
            "java.lang.Object", Set.of("wait", "notify", "notifyAll"),
            THREAD, Set.of("start", "join", "interrupt", "setDaemon", "sleep"),
            CONCURRENT + "locks.Lock", Set.of("lock", "lockInterruptibly", "unlock"),
            CONCURRENT + "locks.Condition", Set.of("await", "awaitUninterruptibly", "signal", "signalAll"),
            CONCURRENT + "Semaphore", Set.of("acquire", "acquireUninterruptibly", "release"),
            CONCURRENT + "CountDownLatch", Set.of("await", "countDown"),
            CONCURRENT + "CyclicBarrier", Set.of("await"),
            CONCURRENT + "Phaser", Set.of("register", "arrive", "arriveAndAwaitAdvance", "arriveAndDeregister", "awaitAdvance"),
            CONCURRENT + "ExecutorService", Set.of("shutdown", "shutdownNow", "awaitTermination", "close"),
            CONCURRENT + "Future", Set.of("get", "join", "cancel", "complete", "completeExceptionally"));

    /** Class to the methods that wait, without a limit, for what others do. */
    private static final Map<String, Set<String>> WAITS = Map.of(
            "java.lang.Object", Set.of("wait"),
            THREAD, Set.of("join"),
            CONCURRENT + "locks.Condition", Set.of("await", "awaitUninterruptibly"),
            CONCURRENT + "CountDownLatch", Set.of("await"),
            CONCURRENT + "CyclicBarrier", Set.of("await"));

    /** Class to the methods whose first argument is a time. */
    private static final Map<String, Set<String>> TIMED = Map.of(
            "java.lang.Object", Set.of("wait"),
            THREAD, Set.of("sleep", "join"),
            CONCURRENT + "locks.Condition", Set.of("await"),
            CONCURRENT + "CountDownLatch", Set.of("await"),
            CONCURRENT + "Semaphore", Set.of("tryAcquire"),
            CONCURRENT + "BlockingQueue", Set.of("poll"),
            CONCURRENT + "Future", Set.of("get"),
            "java.util.concurrent.TimeUnit", Set.of("sleep"));

    /** Classes whose first constructor argument says how many. */
    private static final List<String> COUNTED =
            List.of(CONCURRENT + "Semaphore", CONCURRENT + "CountDownLatch", CONCURRENT + "CyclicBarrier", CONCURRENT + "Phaser");

    private static final List<String> FAIR = List.of(CONCURRENT + "Semaphore", CONCURRENT + "locks.ReentrantLock");

    SignalOperators(Source source, Consumer<Candidate> found) {
        super(source, found);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        called(tree).ifPresent(call -> {
            dropped(call);
            renamed(call);
            if (listed(WAITS, call) && call.arguments().isEmpty()) {
                statement(call, "Thread.sleep(1000);").ifPresent(edit -> propose("sleep-for-wait", edit));
            }
            if (listed(TIMED, call) && !call.arguments().isEmpty()) {
                time(call.arguments().get(0));
            }
            if (of(call, CONCURRENT + "Semaphore") && call.name().equals("release") && call.arguments().isEmpty()) {
                propose("change-count", new Edit(source.start(tree), source.end(tree), receiver(call) + ".release(2)"));
            }
        });
        return super.visitMethodInvocation(tree, nothing);
    }

    private void dropped(Call call) {
        if (listed(DROPPED, call)) {
            statement(call, "").ifPresent(edit -> propose("drop-call-" + call.name(), edit));
        }
    }

    private void renamed(Call call) {
        if (of(call, "java.lang.Object") && call.name().equals("notifyAll")) {
            propose("notify-for-notify-all", renamed(call, "notify"));
        } else if (of(call, CONCURRENT + "locks.Condition") && call.name().equals("signalAll")) {
            propose("signal-for-signal-all", renamed(call, "signal"));
        } else if (of(call, THREAD) && call.name().equals("start")) {
            propose("run-for-start", renamed(call, "run"));
        } else if (of(call, CONCURRENT + "Executor") && call.name().equals("execute")) {
            statement(call, "((Runnable) (" + source.text(call.arguments().get(0)) + ")).run();")
                    .ifPresent(edit -> propose("run-for-execute", edit));
        } else if (of(call, CONCURRENT + "ExecutorService") && call.name().equals("shutdownNow")) {
            propose("shutdown-for-shutdown-now", renamed(call, "shutdown"));
        } else if (of(call, CONCURRENT + "BlockingQueue") && call.name().equals("put")) {
            propose("offer-for-put", renamed(call, "offer"));
        } else if (of(call, CONCURRENT + "BlockingQueue") && call.name().equals("take")) {
            propose("poll-for-take", renamed(call, "poll"));
        }
    }

    private void time(ExpressionTree time) {
        String text = source.text(time);
        propose("change-time", new Edit(source.start(time), source.end(time), "2 * (" + text + ")"));
        propose("change-time", new Edit(source.start(time), source.end(time), "(" + text + ") / 2"));
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
        TypeMirror type = source.trees().getTypeMirror(getCurrentPath());
        if (type != null && !tree.getArguments().isEmpty()) {
            ExpressionTree first = tree.getArguments().get(0);
            if (COUNTED.stream().anyMatch(name -> source.is(type, name))) {
                String text = source.text(first);
                propose("change-count", new Edit(source.start(first), source.end(first), "(" + text + ") + 1"));
                propose("change-count", new Edit(source.start(first), source.end(first), "(" + text + ") - 1"));
            }
            ExpressionTree last = tree.getArguments().get(tree.getArguments().size() - 1);
            if (FAIR.stream().anyMatch(name -> source.is(type, name)) && last instanceof LiteralTree literal
                    && Boolean.TRUE.equals(literal.getValue())) {
                propose("change-fairness", new Edit(source.start(last), source.end(last), "false"));
            }
        }
        return super.visitNewClass(tree, nothing);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void nothing) {
        if (waits(loop)) {
            int start = source.start(loop);
            propose("if-for-while", new Edit(start, start + "while".length(), "if"));
        }
        return super.visitWhileLoop(loop, nothing);
    }

    /** Whether the loop's own thread waits in it for a signal. */
    private boolean waits(WhileLoopTree loop) {
        boolean[] found = {false};
        TreePath around = getCurrentPath();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
                TreePath path = TreePath.getPath(around, tree);
                found[0] |= path != null && called(tree, path).filter(call -> isSignalled(call)).isPresent();
                return super.visitMethodInvocation(tree, nothing);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
                return null;
            }
        }.scan(loop.getStatement(), null);
        return found[0];
    }

    private boolean isSignalled(Call call) {
        return of(call, "java.lang.Object") && call.name().equals("wait")
                || of(call, CONCURRENT + "locks.Condition") && call.name().startsWith("await");
    }

    private boolean listed(Map<String, Set<String>> methods, Call call) {
        return methods.entrySet().stream().anyMatch(of -> of.getValue().contains(call.name()) && of(call, of.getKey()));
    }
}
