// Wrong: cancel() looks whether the search is over and sets the flag afterwards.
package cancelcleanly;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** A search that is under way. Any thread may use it. */
public final class Handle {

    private final CountDownLatch home = new CountDownLatch(1);
    private final Thread party;
    private volatile boolean calledOff;
    private List<String> found; // written by the party before home opens

    Handle(Search search) {
        party = new Thread(() -> {
            try {
                found = search.run(this);
            } finally {
                home.countDown();
            }
        });
    }

    void start() {
        party.start();
    }

    boolean isCalledOff() {
        return calledOff;
    }

    /** Calls the search off. It ends at once and has no result, unless the last look is under way or over. */
    public void cancel() {
        if (home.getCount() == 0) {
            return; // too late: the answer stays as it is
        }
        calledOff = true;
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
        home.await();
        if (calledOff) {
            throw new CancellationException("the search was called off");
        }
        return found;
    }
}
