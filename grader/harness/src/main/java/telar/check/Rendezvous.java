package telar.check;

import java.util.concurrent.CancellationException;
import telar.engine.Observe;
import telar.wire.Diagnosis;

/**
 * A meeting point: whoever comes waits until {@code n} are there at once. It shows that work overlaps, without a clock, and
 * orders nothing in the submission. The n after them make the next group.
 *
 * <p>A group that never gets full is a deadlock under the engine, and after 30 seconds a failure in real time; either way the
 * submission does not run that many things at once.
 */
public final class Rendezvous implements Runnable {
    private final int size;

    /*
     * How many ever came. Guarded by this object's monitor, which orders it between real threads. Under the engine it changes
     * only in an observed step, and the monitor is never contended.
     */
    private int arrived;

    Rendezvous(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a meeting of " + size);
        }
        this.size = size;
    }

    /** Waits until {@code n} are here at once. */
    public void meet() {
        if (Observe.active()) {
            Observe.step(this, "comes to the meeting of " + size);
            int full = arrive();
            Observe.await(this, "waits until " + size + " are at the meeting", () -> hasCome(full));
        } else {
            meetInRealTime();
        }
    }

    @Override
    public void run() {
        meet();
    }

    /** Counts the caller in; answers how many must have come for its group to be full. */
    private synchronized int arrive() {
        int group = arrived / size;
        arrived++;
        notifyAll();
        return (group + 1) * size;
    }

    private synchronized boolean hasCome(int full) {
        return arrived >= full;
    }

    private synchronized void meetInRealTime() {
        int full = arrive();
        long end = System.nanoTime() + Checks.REAL_CAP.toNanos();
        while (!hasCome(full)) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                int here = size - (full - arrived);
                throw new CheckFailure(
                        Diagnosis.NOT_PARALLEL,
                        size + " tasks should run at the same time, but only " + here + " did within "
                                + TimeInWords.of(Checks.REAL_CAP) + ".");
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting at the meeting");
            }
        }
    }
}
