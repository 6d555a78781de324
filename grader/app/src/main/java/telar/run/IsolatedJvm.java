package telar.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import telar.exercise.Check;

/** Runs checks apart from this JVM. */
public interface IsolatedJvm {

    /**
     * Runs checks against a submission.
     *
     * @param submission folder with its class files
     * @param checkFolders folders with the class files of checks
     * @param checks in the order in which they run
     * @param seed the run's recorded seed
     * @param replay a schedule to replay instead of exploring, or ""
     * @return what became of each, by id; never fewer than {@code checks}
     */
    Map<String, Outcome> run(Path submission, List<Path> checkFolders, List<Check> checks, long seed, String replay);
}
