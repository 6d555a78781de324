// A volatile flag and an interrupt; whoever calls off waits until the party is home, unless interrupted itself.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

public final class Handle {

    private final Ground ground;
    private final int squares;

    private final Thread party = new Thread(this::search);
    private volatile boolean calledOff;
    private volatile List<String> found;

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
    }

    void begin() {
        party.start();
    }

    private void search() {
        if (calledOff) {
            return;
        }
        ground.enter();
        try {
            List<String> soFar = new ArrayList<>();
            for (int square = 0; square < squares && !calledOff; square++) {
                String thing = ground.look(square);
                if (thing != null) {
                    soFar.add(thing);
                }
            }
            if (!calledOff) {
                found = soFar;
            }
        } catch (InterruptedException stopped) {
            calledOff = true;
        } finally {
            ground.leave();
        }
    }

    public void cancel() {
        calledOff = true;
        party.interrupt();
        try {
            party.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    public List<String> result() throws InterruptedException {
        party.join();
        if (found == null) {
            throw new CancellationException("called off");
        }
        return found;
    }
}
