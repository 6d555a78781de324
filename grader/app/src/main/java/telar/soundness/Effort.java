package telar.soundness;

import java.util.List;

/**
 * How much is graded to prove the laws.
 *
 * @param seeds of the reference's runs; every other program runs with the first one
 * @param underLoad whether the right programs run once more beside busy processors
 * @param everyCheck whether every check runs on every mutant, so that the card can tell which checks kill it; otherwise only the
 *     checks without which nothing could be said about the laws
 * @param mutations whether mutants are made automatically; without them law 9 is not examined
 */
public record Effort(List<Long> seeds, boolean underLoad, boolean everyCheck, boolean mutations) {

    /** Three seeds on a quiet machine: what {@code ./telar verify} does. */
    public static final Effort USUAL = new Effort(List.of(1L, 2L, 3L), false, true, true);

    /** As little as proves the laws. */
    public static final Effort ENOUGH = new Effort(List.of(1L, 2L, 3L), false, false, true);

    public Effort {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("no seeds");
        }
    }

    /** The same, and again on a busy machine. */
    public Effort withLoad() {
        return new Effort(seeds, true, everyCheck, mutations);
    }

    /** The same without law 9. */
    public Effort withoutMutations() {
        return new Effort(seeds, underLoad, everyCheck, false);
    }

    long firstSeed() {
        return seeds.get(0);
    }
}
