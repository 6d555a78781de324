package telar.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import telar.exercise.Check;
import telar.wire.Plan.PlannedCheck;
import telar.wire.TimeMode;

/**
 * Child JVMs that take one plan after another, for programs of the kit itself: most of what a check costs is the start of a JVM
 * and what the engine learns about the JDK. Never for submissions, which could read the key of a later plan.
 *
 * <p>What a used child says is what a fresh one says: each plan has its own class loaders, and a test compares both. Where a child
 * is not so sure of itself (it died, hung, or could not judge), it is ended, and the checks that it did not judge are run by fresh
 * ones. So are checks in real time, which may leave threads behind. Thread-safe: as many children as there are threads that call.
 */
public final class WarmJvms implements IsolatedJvm, Closeable {
    /** After so many plans a child is ended: the engine never forgets a place in a class, and programs leave some memory behind. */
    private static final int PLANS = 150;

    private final Duration patience;
    private final List<Path> classPath;
    private final ForkedJvm fresh;

    /** Children that have nothing to do, the last one first. Guarded by itself. */
    private final Deque<Warm> idle = new ArrayDeque<>();

    /** A child, and how many plans it has taken. */
    private record Warm(Child child, int plans) {}

    /** @param patience the wall-clock net for one check; only code that truly hangs meets it */
    public WarmJvms(Duration patience) {
        this(patience, ChildClassPath.entries());
    }

    WarmJvms(Duration patience, List<Path> classPath) {
        this.patience = patience;
        this.classPath = List.copyOf(classPath);
        this.fresh = new ForkedJvm(patience, classPath, Optional.empty());
    }

    @Override
    public Map<String, Outcome> run(Path submission, List<Path> checkFolders, List<Check> checks, long seed, String replay) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<PlannedCheck> virtual = checks.stream()
                .filter(check -> check.time() != TimeMode.REAL)
                .map(check -> ForkedJvm.planned(check, replay))
                .toList();
        if (!virtual.isEmpty()) {
            outcomes.putAll(run(new Session(patience, submission, checkFolders, List.of(), virtual, seed)));
        }
        List<Check> left = checks.stream().filter(check -> !outcomes.containsKey(check.id())).toList();
        outcomes.putAll(fresh.run(submission, checkFolders, left, seed, replay));
        return outcomes;
    }

    private Map<String, Outcome> run(Session session) {
        try {
            Warm warm = take();
            Map<String, Outcome> outcomes = new HashMap<>(session.run(warm.child));
            outcomes.values().removeIf(outcome -> !Session.plain(outcome));
            if (session.endedWell() && warm.plans + 1 < PLANS) {
                giveBack(new Warm(warm.child, warm.plans + 1));
            } else {
                warm.child.close();
            }
            return outcomes;
        } catch (IOException e) {
            return Map.of(); // no child could be started: whoever tries again says so
        }
    }

    private Warm take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return new Warm(Child.start(classPath, List.of(), true), 0);
    }

    private void giveBack(Warm warm) {
        synchronized (idle) {
            idle.push(warm);
        }
    }

    /** Ends all children. Call it when nothing runs any more; what runs later starts new ones. */
    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(warm -> warm.child.close());
            idle.clear();
        }
    }
}
