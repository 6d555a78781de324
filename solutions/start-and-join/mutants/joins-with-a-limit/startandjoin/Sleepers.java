// Wrong: waits for each sleeper, but at most two naps, and then goes on. A slow speaker has not finished by then.
package startandjoin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int place = i;
            Thread thread =
                    new Thread(
                            () -> {
                                sleep(nap);
                                String line = "sleeper " + (place + 1) + " is awake";
                                lines.add(line);
                                log.accept(line);
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join(2 * nap.toMillis());
        }
        synchronized (lines) {
            return new ArrayList<>(lines);
        }
    }

    private static void sleep(Duration nap) {
        try {
            Thread.sleep(nap.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("woken early", e);
        }
    }
}
