// Wrong: nobody waits for the sleepers. Every schedule: the list comes back while they still nap.
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
            thread.start();
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
