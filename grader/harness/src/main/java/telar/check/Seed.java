package telar.check;

/**
 * The seed of the run that this JVM makes. Whoever starts the run sets it before the first check; checks read it with
 * {@link Checks#seed}. One number for the whole JVM, because a JVM makes one run.
 */
public final class Seed {
    /** Orders the harness' one write before the reads of every thread that a check starts later. */
    private static volatile long current = Long.getLong("telar.seed", 1L);

    private Seed() {}

    public static void use(long seed) {
        current = seed;
    }

    static long current() {
        return current;
    }
}
