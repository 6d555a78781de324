package telar.engine;

/**
 * What an exploration found.
 *
 * @param strength how much a pass covers; for a failure, how the search went until then
 * @param schedules how many runs were made, for a pass without those that took too many steps; for one that covers {@link Strength.Kind#ALL}, how many
 *     distinct interleavings there are
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

    /**
     * Does nothing for a pass.
     *
     * @return this
     * @throws AssertionError if a run broke the program; the message is the interleaving, the cause what was thrown in it
     * @throws IllegalStateException if the engine could not judge
     */
    public Exploration orThrow() {
        if (result instanceof Failed failed) {
            Throwable cause = failed.counterexample().failure().error().orElse(null);
            throw new AssertionError(InterleavingText.of(failed.counterexample()), cause);
        }
        if (result instanceof NotJudged notJudged) {
            throw new IllegalStateException("The engine could not judge this: " + notJudged.reason());
        }
        return this;
    }

    /** The verdict and how much it covers, in one line: {@code passed: all interleavings (20 distinct ones)}. */
    public String summary() {
        if (result instanceof Failed failed) {
            return "failed after " + schedules + " runs: " + failed.counterexample().failure().message();
        }
        if (result instanceof NotJudged notJudged) {
            return "not judged: " + notJudged.reason();
        }
        return "passed: " + strength.inWords(schedules);
    }
}
