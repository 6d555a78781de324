package telar.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import telar.exercise.Check;
import telar.exercise.KitException;
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
    private final Optional<HeadStart> headStart;

    /**
     * @param patience the wall-clock net for one check; only code that truly hangs meets it
     */
    public ForkedJvm(Duration patience) {
        this(patience, ChildClassPath.entries(), Optional.empty());
    }

    /** @param headStart used when it is there */
    public ForkedJvm(Duration patience, HeadStart headStart) {
        this(patience, ChildClassPath.entries(), Optional.of(headStart));
    }

    ForkedJvm(Duration patience, List<Path> classPath, Optional<HeadStart> headStart) {
        this.patience = patience;
        this.classPath = List.copyOf(classPath);
        this.headStart = headStart;
    }

    @Override
    public Map<String, Outcome> run(
            Path submission, List<Path> checkFolders, List<Check> checks, long seed, String replay) {
        Path work = null;
        try {
            work = Files.createTempDirectory("telar-prepared");
            return run(submission, checkFolders, prepared(submission, checkFolders, work), checks, seed, replay);
        } catch (IOException e) {
            throw new KitException("No temporary folder can be used: " + e.getMessage(), e);
        } finally {
            Child.delete(work);
        }
    }

    private List<Path> prepared(Path submission, List<Path> checkFolders, Path into) {
        List<Path> folders = new ArrayList<>(checkFolders);
        folders.add(submission);
        return headStart.map(start -> start.prepare(folders, into)).orElse(List.of());
    }

    private Map<String, Outcome> run(
            Path submission, List<Path> checkFolders, List<Path> prepared, List<Check> checks, long seed, String replay) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Check> left = new ArrayList<>(checks);
        List<String> jvmArguments = headStart.map(HeadStart::jvmArguments).orElse(List.of());
        while (!left.isEmpty()) {
            List<PlannedCheck> planned = left.stream().map(check -> planned(check, replay)).toList();
            Session session = new Session(patience, submission, checkFolders, prepared, planned, seed);
            outcomes.putAll(session.runFresh(classPath, jvmArguments));
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
