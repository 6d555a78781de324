package telar.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import telar.engine.Observe.ThreadFact;
import telar.wire.Diagnosis;

/** What a check can say about the threads that the submission has started. */
public final class ThreadsAssert {
    private final ThreadsView threads;

    ThreadsAssert(ThreadsView threads) {
        this.threads = threads;
    }

    /** All of them end. Lets almost a minute pass before it looks. */
    public ThreadsAssert noneLeftBehind() {
        List<ThreadFact> left = threads.leftBehind();
        if (!left.isEmpty()) {
            throw new CheckFailure(
                    Diagnosis.THREAD_LEFT_BEHIND,
                    left.size() == 1
                            ? "Every thread should have ended, but one has not: " + described(left) + "."
                            : "Every thread should have ended, but " + left.size() + " have not: " + described(left) + ".");
        }
        return this;
    }

    /** All of them, ended or not, are daemons. */
    public ThreadsAssert allDaemons() {
        List<ThreadFact> wrong = threads.now().stream().filter(fact -> !fact.daemon()).toList();
        if (!wrong.isEmpty()) {
            throw new CheckFailure(
                    Diagnosis.NOT_A_DAEMON,
                    "Every thread should be a daemon, so that it does not keep the program alive. "
                            + (wrong.size() == 1 ? "This one is not: " : "These are not: ") + names(wrong) + ".");
        }
        return this;
    }

    /** All of them, ended or not, have a name that matches the regular expression. */
    public ThreadsAssert allNamedLike(String regex) {
        Pattern pattern = Pattern.compile(regex);
        List<ThreadFact> wrong =
                threads.now().stream().filter(fact -> !pattern.matcher(fact.name()).matches()).toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "Every thread's name should look like " + regex + ", but "
                            + (wrong.size() == 1 ? "this one does not: " : "these do not: ") + names(wrong) + ".");
        }
        return this;
    }

    /** So many were started (in real time: are alive). */
    public ThreadsAssert number(int expected) {
        List<ThreadFact> facts = threads.now();
        if (facts.size() != expected) {
            throw new AssertionError(
                    "There should be " + (expected == 1 ? "1 thread" : expected + " threads") + ", but there "
                            + (facts.size() == 1 ? "is 1" : "are " + facts.size())
                            + (facts.isEmpty() ? "." : ": " + names(facts) + "."));
        }
        return this;
    }

    private static String names(List<ThreadFact> facts) {
        return facts.stream().map(ThreadFact::name).collect(Collectors.joining(", "));
    }

    private static String described(List<ThreadFact> facts) {
        return facts.stream()
                .map(fact -> fact.doing().isEmpty() ? fact.name() : fact.doing())
                .collect(Collectors.joining(", "));
    }
}
