package telar.cli;

import java.util.OptionalInt;
import telar.score.Grade;

/** What the process says when it ends. */
public enum Exit {
    /** Done. */
    GRADED(0),
    /** Below what {@code --require} asked for; or an exercise breaks a law. */
    BELOW(1),
    /** The command, the kit or a path is wrong; the message says what to do. */
    USAGE(2),
    /** A person must look: some check has no verdict. */
    REVIEW(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /**
     * What to say after a grade. That a person must look comes first: points that may still change are not below anything.
     *
     * @param require percentage of the points that was asked for
     */
    static Exit of(Grade grade, OptionalInt require) {
        if (grade.needsReview()) {
            return REVIEW;
        }
        long earned = grade.score().earned() * 100L;
        return require.isPresent() && earned < (long) require.getAsInt() * grade.score().possible() ? BELOW : GRADED;
    }
}
