package turncounter;

public class TurnCounter {
    public int next() {
        return "one";
    }

    public int last() {
        return 0;
    }
}
