// Wrong: a call off ends the waiting, but not yet the search.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

public final class Handle {

    private final Ground ground;
    private final int squares;
    private final Thread party;

    private volatile boolean calledOff;
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
        calledOff = true;
        party.interrupt();
    }

    public List<String> result() throws InterruptedException {
        if (calledOff) {
            throw new CancellationException("the search was called off");
        }
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
                if (thing != null) {
                    soFar.add(thing);
                }
            }
            found = List.copyOf(soFar);
        } catch (InterruptedException calledOff) {
        } finally {
            ground.leave();
        }
    }
}
