// Idea: all sleepers add to one list, and the list lets one thread in at a time.
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
                                log.accept(line);
                                lines.add(line);
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return lines;
    }

    private static void sleep(Duration nap) {
        try {
            Thread.sleep(nap.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("woken early", e);
        }
    }
}
