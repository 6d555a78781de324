// The party reports through a monitor: wait and notifyAll instead of join; a flag beside the interrupt.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

public final class Handle {

    private final Ground ground;
    private final int squares;

    private Thread party;
    private boolean calledOff;
    private boolean over;
    private List<String> found;

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
    }

    synchronized void begin() {
        party = new Thread(this::search);
        party.start();
    }

    private void search() {
        ground.enter();
        List<String> whole = null;
        try {
            List<String> list = new ArrayList<>();
            int square = 0;
            while (square < squares && !isCalledOff()) {
                String thing = ground.look(square);
                if (thing != null) {
                    list.add(thing);
                }
                square++;
            }
            if (square == squares) {
                whole = list;
            }
        } catch (InterruptedException stopped) {
            whole = null;
        } finally {
            ground.leave();
            synchronized (this) {
                found = whole;
                over = true;
                notifyAll();
            }
        }
    }

    private synchronized boolean isCalledOff() {
        return calledOff;
    }

    public void cancel() {
        synchronized (this) {
            calledOff = true;
            party.interrupt();
        }
    }

    public List<String> result() throws InterruptedException {
        synchronized (this) {
            while (!over) {
                wait();
            }
            if (found == null) {
                throw new CancellationException();
            }
            return found;
        }
    }
}
