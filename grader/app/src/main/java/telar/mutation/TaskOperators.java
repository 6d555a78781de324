package telar.mutation;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Tasks, the pools that run them, and the futures that bring what became of them: what MXC, MXT and RCXC are to them. */
final class TaskOperators extends Operators {
    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String FUTURE = CONCURRENT + "Future";

    /** Stages that can be left out of a chain: what comes before them has the same type. */
    private static final Set<String> STAGES =
            Set.of("completeOnTimeout", "copy", "exceptionally", "exceptionallyCompose", "handle", "orTimeout", "whenComplete");

    /** Stage to the place of the time among its arguments. */
    private static final Map<String, Integer> TIMED = Map.of("orTimeout", 0, "completeOnTimeout", 1);

    /** Makers of futures that have ended, or that nobody works at. */
    private static final Set<String> NO_WORK = Set.of("completedFuture", "failedFuture", "allOf", "anyOf");

    TaskOperators(Source source, Consumer<Candidate> found) {
        super(source, found);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        called(tree).ifPresent(call -> {
            if (of(call, CONCURRENT + "CompletableFuture") && tree.getMethodSelect() instanceof MemberSelectTree) {
                stage(call);
            }
            if (of(call, CONCURRENT + "Executors") && call.name().equals("newFixedThreadPool")) {
                size(call.arguments().get(0));
            }
            if (begins(call.method())) {
                waitAtOnce(call);
            }
        });
        return super.visitMethodInvocation(tree, nothing);
    }

    private void stage(Call call) {
        if (STAGES.contains(call.name())) {
            propose("drop-stage-" + call.name(), new Edit(source.start(call.call()), source.end(call.call()), receiver(call)));
        }
        if (TIMED.containsKey(call.name())) {
            ExpressionTree time = call.arguments().get(TIMED.get(call.name()));
            change("change-time", time, "2 * (%s)", "(%s) / 2");
        }
    }

    private void size(ExpressionTree size) {
        change("change-pool-size", size, "(%s) + 1", "(%s) - 1");
    }

    private void change(String operator, ExpressionTree number, String... instead) {
        for (String form : instead) {
            propose(operator, new Edit(source.start(number), source.end(number), form.formatted(source.text(number))));
        }
    }

    /** Whether a call of the method begins something and returns the future of it; stages of a future only go on with something. */
    private boolean begins(ExecutableElement method) {
        boolean stage = source.is(method.getEnclosingElement().asType(), FUTURE) && !method.getModifiers().contains(Modifier.STATIC);
        return source.is(method.getReturnType(), FUTURE) && !stage && !NO_WORK.contains(method.getSimpleName().toString());
    }

    /** Waits for the end of what the call begins before anything else is begun. */
    private void waitAtOnce(Call call) {
        propose(
                "wait-at-once",
                new Edit(source.start(call.call()), source.end(call.call()), "waitedFor(" + source.text(call.call()) + ")"),
                atTheEnd("private static <F extends java.util.concurrent.Future<?>> F waitedFor(F future) { try { future.get(); }"
                        + " catch (java.util.concurrent.ExecutionException e) { }"
                        + " catch (InterruptedException e) { Thread.currentThread().interrupt(); } return future; }"));
    }
}
