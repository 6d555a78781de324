package telar.grading;

import java.time.Duration;

/**
 * How to grade. No verdict depends on anything here but the seed.
 *
 * @param seed of sampled schedules and drawn parameters; recorded in the grade
 * @param parallelism how many exercises are graded at the same time
 * @param patience wall-clock net for one check, for code that truly hangs
 */
public record Settings(long seed, int parallelism, Duration patience) {

    /** The seed that is used where none is given: equal submissions get equal grades. */
    public static final long SEED = 1;

    public static Settings usual() {
        return new Settings(SEED, Runtime.getRuntime().availableProcessors() + 1, Duration.ofSeconds(180));
    }

    public Settings withSeed(long seed) {
        return new Settings(seed, parallelism, patience);
    }

    public Settings withPatience(Duration patience) {
        return new Settings(seed, parallelism, patience);
    }
}
