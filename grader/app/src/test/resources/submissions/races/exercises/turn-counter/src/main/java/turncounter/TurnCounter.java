package turncounter;

public class TurnCounter {
    private int last;

    public int next() {
        return ++last;
    }

    public int last() {
        return last;
    }
}
