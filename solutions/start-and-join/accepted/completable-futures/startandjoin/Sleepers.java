// Idea: a future for each sleeper, completed by a thread that the executor makes; join on the future waits and brings the line home.
package startandjoin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        Executor aThreadForEach = task -> new Thread(task).start();
        List<CompletableFuture<String>> sleepers =
                IntStream.rangeClosed(1, n)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> sleeper(i, nap, log), aThreadForEach))
                        .collect(Collectors.toList());
        return sleepers.stream().map(CompletableFuture::join).collect(Collectors.toList());
    }

    private static String sleeper(int i, Duration nap, Consumer<String> log) {
        try {
            TimeUnit.MILLISECONDS.sleep(nap.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String line = "sleeper " + i + " is awake";
        log.accept(line);
        return line;
    }
}
