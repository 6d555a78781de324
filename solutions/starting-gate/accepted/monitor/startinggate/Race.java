// Right: a private monitor counts who is ready, whether the gun was fired and who has ended.
package startinggate;

import java.time.Duration;
import java.util.List;

/** A track with lanes, on which one race after another can be run. */
public final class Race {
    private final int lanes;

    public Race(int lanes) {
        this.lanes = lanes;
    }

    public Result run(List<Runnable> runners) throws InterruptedException {
        if (runners.size() != lanes) {
            throw new IllegalArgumentException(runners.size() + " runners for " + lanes + " lanes");
        }
        Object track = new Object();
        int[] ready = new int[1];
        boolean[] gun = new boolean[1];
        int[] ended = new int[2]; // home, fallen
        for (Runnable runner : runners) {
            new Thread(
                            () -> {
                                synchronized (track) {
                                    ready[0]++;
                                    track.notifyAll();
                                    while (!gun[0]) {
                                        try {
                                            track.wait();
                                        } catch (InterruptedException e) {
                                            return;
                                        }
                                    }
                                }
                                int how = 1;
                                try {
                                    runner.run();
                                    how = 0;
                                } finally {
                                    synchronized (track) {
                                        ended[how]++;
                                        track.notifyAll();
                                    }
                                }
                            })
                    .start();
        }
        synchronized (track) {
            while (ready[0] < lanes) {
                track.wait();
            }
            long start = System.nanoTime();
            gun[0] = true;
            track.notifyAll();
            while (ended[0] + ended[1] < lanes) {
                track.wait();
            }
            return new Result(ended[0], ended[1], Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
