// Wrong: one thread naps once and speaks for everybody.
package startandjoin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        Thread thread =
                new Thread(
                        () -> {
                            sleep(nap);
                            for (int i = 1; i <= n; i++) {
                                lines.add("sleeper " + i + " is awake");
                                log.accept("sleeper " + i + " is awake");
                            }
                        });
        thread.start();
        thread.join();
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
