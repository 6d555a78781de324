package startandjoin;

import java.time.Duration;
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
        // TODO Every sleeper has a thread. But nobody waits for these threads, and the lines do not come back.
        //      Start all of them, wait for all of them, and only then return what they said.
        for (int i = 1; i <= n; i++) {
            String line = "sleeper " + i + " is awake";
            Thread thread =
                    new Thread(
                            () -> {
                                sleep(nap);
                                log.accept(line);
                            });
            thread.start();
        }
        return List.of();
    }

    /** Puts the calling thread to sleep. Given: nothing to change here. */
    private static void sleep(Duration nap) {
        try {
            Thread.sleep(nap.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("woken early", e);
        }
    }
}
