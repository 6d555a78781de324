package telar.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import telar.wire.Fact;
import telar.wire.Plan;
import telar.wire.PlanFrame;

/**
 * Waits for what the parent says after the first plan. One more byte on standard input, or its end, means that it has lost
 * patience: then this says where the threads are that run the submission, and ends this JVM. The limit itself is the parent's;
 * so is the kill, if even this gets no answer. Where further plans may come, a plan means a plan.
 */
final class ParentWatch implements Runnable {
    private final PushbackInputStream parent;
    private final boolean takesPlans;
    private final BlockingQueue<Plan> plans = new LinkedBlockingQueue<>();

    /** What is going on. Orders what the main thread made of a plan before this thread's look at it. */
    private volatile PlannedRun run;

    ParentWatch(InputStream parent, boolean takesPlans) {
        this.parent = new PushbackInputStream(parent);
        this.takesPlans = takesPlans;
    }

    /** From now on that run is meant; the watch begins with the first. */
    void watches(PlannedRun run) {
        boolean first = this.run == null;
        this.run = run;
        if (first) {
            Thread thread = new Thread(this, "telar-parent-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Waits for it; a parent that has no more of them ends this JVM. */
    Plan nextPlan() throws InterruptedException {
        return plans.take();
    }

    @Override
    public void run() {
        try {
            while (planFollows()) {
                plans.add(PlanFrame.read(parent));
            }
        } catch (IOException e) {
            // a pipe that breaks is a parent that has gone: the same as its end
        }
        try {
            run.isHanging(Cut.message(where(Thread.getAllStackTraces())));
        } catch (IOException e) {
            // all has been said already, or nobody listens any more
        }
        Runtime.getRuntime().halt(3);
    }

    private boolean planFollows() throws IOException {
        int next = parent.read();
        if (!takesPlans || next != PlanFrame.FIRST_BYTE) {
            return false;
        }
        parent.unread(next);
        return true;
    }

    private String where(Map<Thread, StackTraceElement[]> stacks) {
        List<Path> submission = run.submission();
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
