package quietdoor;

public class Door {
    public String knock() {
        // TODO: answer.
        throw new UnsupportedOperationException();
    }
}
