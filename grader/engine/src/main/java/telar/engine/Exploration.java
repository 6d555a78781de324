package telar.engine;

/**
 * What an exploration found.
 *
 * @param strength how much a pass covers; for a failure, how the search went until then
 * @param schedules how many runs were made; for a pass that covers {@link Strength.Kind#ALL}, how many distinct interleavings
 *     there are
 * @param steps how many steps they took together
 * @param fingerprint a hash over every schedule tried, in order: equal for equal explorations on any machine
 * @param result the verdict
 */
public record Exploration(Strength strength, int schedules, long steps, long fingerprint, Result result) {

    /** The verdict of an exploration. */
    public sealed interface Result {}

    /** No run broke the program. */
    public record Passed() implements Result {}

    /** At least one run did. */
    public record Failed(Counterexample counterexample) implements Result {}

    /**
     * The engine could not judge: never the program's fault, never a pass.
     *
     * @param reason what the engine could not honour, and where
     */
    public record NotJudged(String reason) implements Result {}

    public boolean passed() {
        return result instanceof Passed;
    }

    public boolean failed() {
        return result instanceof Failed;
    }

    /**
     * The counterexample of a failed exploration.
     *
     * @throws IllegalStateException if it did not fail
     */
    public Counterexample counterexample() {
        if (result instanceof Failed failed) {
            return failed.counterexample();
        }
        throw new IllegalStateException("not failed: " + this);
    }
}
