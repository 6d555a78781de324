package startinggate;

import java.time.Duration;
import java.util.List;

/** A track with lanes, on which one race after another can be run. */
public final class Race {
    private final int lanes;

    /** A track with so many lanes, at least one. */
    public Race(int lanes) {
        this.lanes = lanes;
    }

    /**
     * Runs one race: nobody before the gun, and the clock stops with the last.
     *
     * @throws IllegalArgumentException if there is not exactly one runner for each lane
     * @throws InterruptedException if interrupted while waiting
     */
    public Result run(List<Runnable> runners) throws InterruptedException {
        // TODO Today everybody runs as soon as their own thread has started, and nobody waits for the end.
        //      Let all of them wait for the gun, fire it when the last one is ready, and stop the clock with the last.
        for (Runnable runner : runners) {
            new Thread(runner).start();
        }
        return new Result(lanes, 0, Duration.ZERO);
    }
}
