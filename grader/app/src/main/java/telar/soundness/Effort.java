package telar.soundness;

import java.util.List;

/**
 * How much is graded to prove the laws.
 *
 * @param seeds of the reference's runs; every other program runs with the first one
 * @param underLoad whether the right programs run once more beside busy processors
 */
public record Effort(List<Long> seeds, boolean underLoad) {

    /** Three seeds on a quiet machine. */
    public static final Effort USUAL = new Effort(List.of(1L, 2L, 3L), false);

    public Effort {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("no seeds");
        }
    }

    /** The same, and again on a busy machine. */
    public Effort withLoad() {
        return new Effort(seeds, true);
    }

    long firstSeed() {
        return seeds.get(0);
    }
}
