// One thread owns the numbers; everybody else asks it and waits for its answer.
package likecounter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class LikeCounter {

    /** A daemon, so that a counter never keeps a program alive. */
    private final ExecutorService owner = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "likes");
        thread.setDaemon(true);
        return thread;
    });

    // Only the owner's thread touches these two.
    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        ask(() -> {
            total++;
            return byNetwork.merge(network, 1, Integer::sum);
        });
    }

    public int likes() {
        return ask(() -> total);
    }

    public int likesFrom(Network network) {
        return ask(() -> byNetwork.getOrDefault(network, 0));
    }

    public Likes snapshot() {
        return ask(() -> new Likes(total, Map.copyOf(byNetwork)));
    }

    private <T> T ask(Callable<T> question) {
        try {
            return owner.submit(question).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
