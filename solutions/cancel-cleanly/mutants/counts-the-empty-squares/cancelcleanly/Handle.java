// Wrong: reports a null for each square in which nothing was found.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

public final class Handle {

    private final Ground ground;
    private final int squares;
    private final Thread party;

    private List<String> found;

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
        this.party = new Thread(this::search, "search party");
    }

    void begin() {
        party.start();
    }

    public void cancel() {
        party.interrupt();
    }

    public List<String> result() throws InterruptedException {
        party.join();
        if (found == null) {
            throw new CancellationException("the search was called off");
        }
        return found;
    }

    private void search() {
        ground.enter();
        try {
            List<String> soFar = new ArrayList<>();
            for (int square = 0; square < squares; square++) {
                if (Thread.interrupted()) {
                    return;
                }
                String thing = ground.look(square);
                soFar.add(thing);
            }
            found = soFar;
        } catch (InterruptedException calledOff) {
        } finally {
            ground.leave();
        }
    }
}
