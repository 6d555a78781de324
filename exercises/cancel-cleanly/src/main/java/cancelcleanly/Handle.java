package cancelcleanly;

import java.util.List;
import java.util.concurrent.CancellationException;

/** A search that is under way. Any thread may use it. */
public final class Handle {

    Handle() {}

    /** Calls the search off. It ends at once and has no result, unless the last look is under way or over. */
    public void cancel() {
        // TODO How does the party hear of it in the middle of a long look, and how between two quick ones?
    }

    /**
     * Waits until the search is over and the party has left the ground.
     *
     * @return everything that was found, in the order of the squares
     * @throws CancellationException if the search was called off
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public List<String> result() throws InterruptedException {
        // TODO Wait for the end. When is there a result?
        throw new CancellationException("TODO: write Handle.result()");
    }
}
