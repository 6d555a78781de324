// Wrong: like() hands the counting to another thread and does not wait for it. Whoever asks at once may see the number from before.
package likecounter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class LikeCounter {

    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "later");
        thread.setDaemon(true);
        return thread;
    });

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        later.execute(() -> count(network));
    }

    private synchronized void count(Network network) {
        total++;
        byNetwork.merge(network, 1, Integer::sum);
    }

    public synchronized int likes() {
        return total;
    }

    public synchronized int likesFrom(Network network) {
        return byNetwork.getOrDefault(network, 0);
    }

    public synchronized Likes snapshot() {
        return new Likes(total, Map.copyOf(byNetwork));
    }
}
