package telar.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;
import telar.wire.Fact;
import telar.wire.FactWriter;
import telar.wire.Plan;

/**
 * Waits for the parent to lose patience: one more byte on standard input, or its end. Then says where the threads are that run
 * the submission, and ends this JVM. The limit itself is the parent's; so is the kill, if even this gets no answer.
 */
final class HangWatch implements Runnable {
    private final InputStream parent;
    private final Supplier<String> checkId;
    private final List<Path> submission;
    private final FactWriter facts;

    HangWatch(InputStream parent, Supplier<String> checkId, Plan plan, FactWriter facts) {
        this.parent = parent;
        this.checkId = checkId;
        this.submission = List.of(Path.of(plan.submission()));
        this.facts = facts;
    }

    void start() {
        Thread thread = new Thread(this, "telar-hang-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            parent.read();
        } catch (IOException e) {
            // a pipe that breaks is a parent that has gone: the same as its end
        }
        try {
            facts.write(new Fact.Hanging(checkId.get(), Cut.message(where(Thread.getAllStackTraces()))));
        } catch (IOException e) {
            // all has been said already, or nobody listens any more
        }
        Runtime.getRuntime().halt(3);
    }

    private String where(Map<Thread, StackTraceElement[]> stacks) {
        StringJoiner lines = new StringJoiner("\n");
        lines.setEmptyValue("no thread is inside the submission");
        stacks.forEach(
                (thread, stack) -> {
                    String where = Frames.where(stack, frame -> Frames.isIn(submission, frame));
                    if (!where.isEmpty()) {
                        lines.add(thread.getName() + " " + doing(thread, stack) + " " + where);
                    }
                });
        return lines.toString();
    }

    private static String doing(Thread thread, StackTraceElement[] stack) {
        String in = stack.length == 0 ? "" : " in " + stack[0].getMethodName();
        return switch (thread.getState()) {
            case BLOCKED -> "waits for a lock" + in;
            case WAITING, TIMED_WAITING -> "waits" + in;
            default -> "runs";
        };
    }
}
