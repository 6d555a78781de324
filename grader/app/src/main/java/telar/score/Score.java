package telar.score;

/** Whole points. */
public record Score(int earned, int possible) {

    /** Nothing to earn. */
    public static final Score NONE = new Score(0, 0);

    public Score {
        if (earned < 0 || earned > possible) {
            throw new IllegalArgumentException(earned + " of " + possible + " points");
        }
    }

    public Score plus(Score other) {
        return new Score(earned + other.earned, possible + other.possible);
    }

    /** Whether every possible point was earned. */
    public boolean full() {
        return earned == possible;
    }
}
