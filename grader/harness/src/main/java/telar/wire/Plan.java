package telar.wire;

import java.util.List;

/**
 * What one child JVM is to do.
 *
 * @param key authenticates this run's facts; fresh for every child
 * @param seed the run's recorded seed
 * @param submission folder with the submission's class files
 * @param checks folders with the class files and resources of hidden checks and visible tests
 * @param prepared folders with classes that are instrumented already, those of the submission before those of the JDK; perhaps none
 * @param planned the checks to run, in this order
 */
public record Plan(
        byte[] key, long seed, String submission, List<String> checks, List<String> prepared, List<PlannedCheck> planned) {

    public Plan {
        checks = List.copyOf(checks);
        prepared = List.copyOf(prepared);
        planned = List.copyOf(planned);
    }

    /**
     * One check to run.
     *
     * @param id unique within the exercise: the method's name
     * @param className binary name of the class that declares it
     * @param method the method's name
     * @param time how time passes
     * @param schedules at most this many runs
     * @param steps at most this many steps in a run
     * @param replay a schedule to replay instead of exploring, or ""
     */
    public record PlannedCheck(
            String id, String className, String method, TimeMode time, int schedules, int steps, String replay) {}
}
