package telar.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import telar.exercise.Check;
import telar.wire.Plan.PlannedCheck;

/**
 * One fresh child JVM for the checks of an exercise, and another one for those that a dying or hanging child did not come to.
 * Thread-safe: every run has its own processes.
 */
public final class ForkedJvm implements IsolatedJvm {
    /** At most this many steps in one run of a check. */
    private static final int STEPS = 20_000;

    private final Duration patience;
    private final List<Path> classPath;

    /**
     * @param patience the wall-clock net for one check; only code that truly hangs meets it
     */
    public ForkedJvm(Duration patience) {
        this(patience, ChildClassPath.entries());
    }

    ForkedJvm(Duration patience, List<Path> classPath) {
        this.patience = patience;
        this.classPath = List.copyOf(classPath);
    }

    @Override
    public Map<String, Outcome> run(
            Path submission, List<Path> checkFolders, List<Check> checks, long seed, String replay) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Check> left = new ArrayList<>(checks);
        while (!left.isEmpty()) {
            List<PlannedCheck> planned = left.stream().map(check -> planned(check, replay)).toList();
            outcomes.putAll(new Session(patience, submission, checkFolders, planned, seed).runFresh(classPath));
            int before = left.size();
            left.removeIf(check -> outcomes.containsKey(check.id()));
            if (left.size() == before) {
                Outcome nothing = new Outcome.NotStarted("the child JVM ended without a word");
                left.forEach(check -> outcomes.put(check.id(), nothing));
                left.clear();
            }
        }
        return outcomes;
    }

    static PlannedCheck planned(Check check, String replay) {
        return new PlannedCheck(
                check.id(), check.className(), check.id(), check.time(), check.schedules(), STEPS, replay);
    }
}
