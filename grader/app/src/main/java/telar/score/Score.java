package telar.score;

/** Whole points. */
public record Score(int earned, int possible) {
    public Score plus(Score other) {
        return new Score(earned + other.earned, possible + other.possible);
    }
}
