package telar.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import telar.engine.Observe;
import telar.engine.Observe.ThreadFact;

/**
 * The threads that the submission has started, seen from outside, as they are when they are asked about. Left out are the threads
 * of {@link Checks#together} once they have ended, and the JDK's own common pool.
 *
 * <p>In a check in real time only threads that are alive can be seen: those in the thread group of the check.
 */
public final class ThreadsView {
    /**
     * Just under a minute: a thread that only waits for an idle time-out (a cached pool's is a minute) is still there.
     */
    private static final Duration GRACE = Duration.ofSeconds(59);

    ThreadsView() {}

    /** Their names, in the order in which they were started. */
    public List<String> names() {
        return now().stream().map(ThreadFact::name).toList();
    }

    List<ThreadFact> now() {
        List<ThreadFact> facts = Observe.active() ? Observe.threads() : RealThreads.alive();
        return facts.stream().filter(fact -> !isTheChecksOwn(fact) && !isTheJdksOwn(fact)).toList();
    }

    /** Those that are still alive after everybody had time to end. */
    List<ThreadFact> leftBehind() {
        if (Observe.active()) {
            Observe.letPass(GRACE.toNanos());
        } else {
            RealThreads.awaitTheirEnd(Checks.REAL_CAP.dividedBy(3));
        }
        return new ArrayList<>(now()).stream().filter(ThreadFact::alive).toList();
    }

    private static boolean isTheChecksOwn(ThreadFact fact) {
        return !fact.alive() && Together.isName(fact.name());
    }

    private static boolean isTheJdksOwn(ThreadFact fact) {
        return fact.daemon()
                && (fact.name().startsWith("ForkJoinPool.commonPool-")
                        || fact.name().startsWith("CompletableFutureDelayScheduler"));
    }
}
