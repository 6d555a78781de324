package telar.engine;

/**
 * How much a pass covers, stated so that nobody takes a sample for a proof.
 *
 * @param kind what was covered
 * @param bound for {@link Kind#BOUNDED} the number of preemptions within which every interleaving was tried; otherwise 0
 */
public record Strength(Kind kind, int bound) {

    /** The kinds of coverage, strongest first. */
    public enum Kind {
        /** Every interleaving, up to the order of unrelated steps. */
        ALL,
        /** Every interleaving with at most {@code bound} preemptions. */
        BOUNDED,
        /** Some interleavings, not all. */
        SAMPLED,
        /** Real input and output took part: they were observed, not controlled. */
        OBSERVED,
        /** No second thread ever ran: nothing concurrent happened. */
        SEQUENTIAL
    }

    public static Strength of(Kind kind) {
        return new Strength(kind, 0);
    }

    /**
     * One phrase in English with the number of runs, or of distinct interleavings where that is known.
     *
     * @param schedules as in {@link Exploration#schedules}
     */
    public String inWords(int schedules) {
        return switch (kind) {
            case ALL -> "all interleavings (" + schedules + " distinct)";
            case SAMPLED -> schedules + " sampled interleavings, not all";
            default -> toString() + " (" + schedules + (schedules == 1 ? " run)" : " runs)");
        };
    }

    /** One phrase in English, for logs and tests; reports have their own wording. */
    @Override
    public String toString() {
        return switch (kind) {
            case ALL -> "all interleavings";
            case BOUNDED -> "all interleavings with at most " + bound + (bound == 1 ? " preemption" : " preemptions");
            case SAMPLED -> "sampled interleavings, not all";
            case OBSERVED -> "observed";
            case SEQUENTIAL -> "nothing concurrent happened";
        };
    }
}
