package telar.mutation;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Atomic steps that become two, and collections for one thread in the place of collections for many: RXO and EAN of the literature. */
final class SharedStateOperators extends Operators {
    private static final String CONCURRENT = "java.util.concurrent.";

    /** A concurrent collection, to one of the same kind for a single thread. */
    private static final Map<String, String> PLAIN = Map.of(
            CONCURRENT + "ConcurrentHashMap", "java.util.HashMap",
            CONCURRENT + "ConcurrentSkipListMap", "java.util.TreeMap",
            CONCURRENT + "ConcurrentSkipListSet", "java.util.TreeSet",
            CONCURRENT + "ConcurrentLinkedQueue", "java.util.LinkedList",
            CONCURRENT + "ConcurrentLinkedDeque", "java.util.LinkedList",
            CONCURRENT + "CopyOnWriteArrayList", "java.util.ArrayList",
            CONCURRENT + "CopyOnWriteArraySet", "java.util.LinkedHashSet");

    /** How a whole number is changed: by the method's argument, where there is one. */
    private static final Map<String, String> CHANGES = Map.of(
            "incrementAndGet", "n -> n + 1",
            "getAndIncrement", "n -> n + 1",
            "decrementAndGet", "n -> n - 1",
            "getAndDecrement", "n -> n - 1",
            "addAndGet", "n -> n + (%s)",
            "getAndAdd", "n -> n + (%s)",
            "updateAndGet", "%s",
            "getAndUpdate", "%s");

    SharedStateOperators(Source source, Consumer<Candidate> found) {
        super(source, found);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        called(tree).ifPresent(call -> {
            for (String type : List.of("Integer", "Long")) {
                if (of(call, CONCURRENT + "atomic.Atomic" + type) && CHANGES.containsKey(call.name())) {
                    twoSteps(call, type);
                }
            }
            if (call.name().equals("compareAndSet") && call.arguments().size() == 2) {
                for (String type : List.of("Integer", "Long", "Boolean", "Reference")) {
                    if (of(call, CONCURRENT + "atomic.Atomic" + type)) {
                        lookThenSet(call, type);
                    }
                }
            }
            if (of(call, CONCURRENT + "ConcurrentMap") && call.name().equals("putIfAbsent")) {
                String map = receiver(call);
                String key = source.text(call.arguments().get(0));
                statement(call, "if (!" + map + ".containsKey(" + key + ")) { " + map + ".put(" + key + ", "
                                + source.text(call.arguments().get(1)) + "); }")
                        .ifPresent(edit -> propose("two-steps-for-one", edit));
            }
            if (of(call, "java.util.Collections") && call.name().startsWith("synchronized")) {
                propose("plain-collection", new Edit(source.start(tree), source.end(tree), source.text(call.arguments().get(0))));
            }
        });
        return super.visitMethodInvocation(tree, nothing);
    }

    /** get, then set. */
    private void twoSteps(Call call, String type) {
        String argument = call.arguments().isEmpty() ? "" : source.text(call.arguments().get(0));
        String number = type.equals("Integer") ? "int" : "long";
        String function = type.equals("Integer") ? "IntUnaryOperator" : "LongUnaryOperator";
        String apply = type.equals("Integer") ? "applyAsInt" : "applyAsLong";
        String result = call.name().startsWith("getAnd") ? "before" : "after";
        withMethod(
                call,
                "inTwoSteps(" + receiver(call) + ", " + CHANGES.get(call.name()).formatted(argument) + ")",
                ("private static %1$s inTwoSteps(java.util.concurrent.atomic.Atomic%2$s number, java.util.function.%3$s change) {"
                                + " %1$s before = number.get(); %1$s after = change.%4$s(before); number.set(after); return %5$s; }")
                        .formatted(number, type, function, apply, result));
    }

    /** Compare, then set. */
    private void lookThenSet(Call call, String type) {
        Map<String, String> values = Map.of("Integer", "int", "Long", "long", "Boolean", "boolean", "Reference", "T");
        String value = values.get(type);
        withMethod(
                call,
                "inTwoSteps(" + receiver(call) + ", " + source.text(call.arguments().get(0)) + ", "
                        + source.text(call.arguments().get(1)) + ")",
                ("private static %1$sboolean inTwoSteps(java.util.concurrent.atomic.Atomic%2$s shared, %3$s expected, %3$s next) {"
                                + " if (shared.get() != expected) { return false; } shared.set(next); return true; }")
                        .formatted(value.equals("T") ? "<T> " : "", type.equals("Reference") ? "Reference<T>" : type, value));
    }

    /** Replaces the call, and puts the method that it calls instead at the end of the outermost class. */
    private void withMethod(Call call, String instead, String method) {
        propose("two-steps-for-one", new Edit(source.start(call.call()), source.end(call.call()), instead), atTheEnd(method));
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
        Tree type = tree.getIdentifier() instanceof ParameterizedTypeTree generic ? generic.getType() : tree.getIdentifier();
        var mirror = source.trees().getTypeMirror(getCurrentPath());
        PLAIN.forEach((concurrent, plain) -> {
            if (mirror != null && source.is(mirror, concurrent)) {
                propose("plain-collection", new Edit(source.start(type), source.end(type), plain));
            }
        });
        return super.visitNewClass(tree, nothing);
    }
}
