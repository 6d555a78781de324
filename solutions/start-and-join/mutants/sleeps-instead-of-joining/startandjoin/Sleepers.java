// Wrong: waits a little longer than a nap. A sleeper that is slow to get up comes too late.
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
        Thread.sleep(nap.toMillis() + 500);
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
