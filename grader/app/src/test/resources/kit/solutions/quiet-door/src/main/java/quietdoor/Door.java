package quietdoor;

public class Door {
    public String knock() {
        return "come in";
    }
}
