package startandjoin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sleepers who nap at the same time and report when they wake. */
public final class Sleepers {

    private Sleepers() {}

    /**
     * Lets {@code n} sleepers nap at the same time, each in a thread of its own, and returns when all of them have woken.
     *
     * @param n how many, at least one
     * @param nap how long each of them naps; whole milliseconds
     * @param log hears the line of each sleeper, from the sleeper's own thread, as soon as it wakes
     * @return the same lines, one for each sleeper, in any order
     */
    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        // A place for each sleeper: no two threads ever write to the same one, so nothing here needs a lock.
        String[] lines = new String[n];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int place = i; // a thread may use a local variable only if it never changes, and i does
            Thread thread =
                    new Thread(
                            () -> {
                                sleep(nap);
                                lines[place] = "sleeper " + (place + 1) + " is awake";
                                log.accept(lines[place]);
                            });
            threads.add(thread);
            thread.start();
        }
        // A loop of its own: a join in the loop above would let the next sleeper lie down only when the last one is up.
        for (Thread thread : threads) {
            // join does two jobs. It waits until the thread has ended, and it makes everything that the thread has written
            // visible here: that is why the lines may be read below.
            thread.join();
        }
        return List.of(lines);
    }

    private static void sleep(Duration nap) {
        try {
            Thread.sleep(nap.toMillis());
        } catch (InterruptedException e) {
            // Nobody wakes a sleeper early in this exercise. Should it happen, let it end as a failure, not as a short nap.
            throw new IllegalStateException("woken early", e);
        }
    }
}
