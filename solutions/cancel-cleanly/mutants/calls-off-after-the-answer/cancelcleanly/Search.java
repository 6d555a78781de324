// Wrong: cancel() looks whether the search is over and sets the flag afterwards.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;

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
        Handle handle = new Handle(this);
        handle.start();
        return handle;
    }

    /** What the party does. What it returns counts only if it was not called off. */
    List<String> run(Handle handle) {
        ground.enter();
        try {
            List<String> found = new ArrayList<>();
            for (int square = 0; square < squares && !handle.isCalledOff(); square++) {
                String here = ground.look(square);
                if (here != null) {
                    found.add(here);
                }
            }
            return List.copyOf(found);
        } catch (InterruptedException e) {
            return List.of();
        } finally {
            ground.leave();
        }
    }
}
