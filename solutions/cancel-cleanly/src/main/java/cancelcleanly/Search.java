package cancelcleanly;

/** A search over the squares of a map, which can be called off. */
public final class Search {

    private final Ground ground;
    private final int squares;

    /** A search over the squares {@code 0} to {@code squares - 1}. Nothing happens yet. */
    public Search(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
    }

    /** Begins the search in another thread and returns at once. Called once. */
    public Handle start() {
        Handle handle = new Handle(ground, squares);
        handle.begin();
        return handle;
    }
}
