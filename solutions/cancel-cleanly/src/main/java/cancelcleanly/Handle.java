package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A search that is under way. Any thread may use it.
 *
 * <p>Two messages travel. "Stop" is the interrupt flag of the party's thread: it wakes a sleeper and can be looked at. "This is how it
 * went" is the end of that thread: {@code join} waits for it and makes everything visible that the party wrote before.
 */
public final class Handle {

    private final Ground ground;
    private final int squares;
    private final Thread party;

    /** Written at most once, by the party, when every square has been looked at; read after join. Null: called off. */
    private List<String> found;

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
        this.party = new Thread(this::search, "search party");
    }

    /** Not in the constructor: a thread must not see an object that is not finished. */
    void begin() {
        party.start();
    }

    /** Calls the search off. It ends at once and has no result, unless the last look is under way or over. */
    public void cancel() {
        // A thread of its own, used for nothing else: the interrupt can hit nobody but this search, and too late it hits nobody.
        party.interrupt();
    }

    /**
     * Waits until the search is over and the party has left the ground.
     *
     * @return everything that was found, in the order of the squares
     * @throws CancellationException if the search was called off
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
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
                // A quick look takes no notice of an interrupt, so the flag must be asked for between any two.
                if (Thread.interrupted()) {
                    return;
                }
                String thing = ground.look(square);
                if (thing != null) {
                    soFar.add(thing);
                }
            }
            // Only here is it the whole result. What a search that is called off has found so far stays in a local variable.
            found = List.copyOf(soFar);
        } catch (InterruptedException calledOff) {
            // Heard. There is no way back into the loop, and nobody else uses this thread who would need the flag.
        } finally {
            ground.leave();
        }
    }
}
