// Wrong: the list is static: the lines of the last night are still in it.
package startandjoin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

public final class Sleepers {
    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int place = i;
            Thread thread =
                    new Thread(
                            () -> {
                                sleep(nap);
                                String line = "sleeper " + (place + 1) + " is awake";
                                LINES.add(line);
                                log.accept(line);
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        synchronized (LINES) {
            return new ArrayList<>(LINES);
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
