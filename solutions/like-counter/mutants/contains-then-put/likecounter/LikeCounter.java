// Wrong: looking whether the network is there and putting 1 are two steps. Two first likes at once: both find nothing, both put 1.
package likecounter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

public class LikeCounter {

    private final AtomicInteger total = new AtomicInteger();
    private final Map<Network, Integer> byNetwork = new ConcurrentHashMap<>();

    public void like(Network network) {
        total.incrementAndGet();
        if (byNetwork.containsKey(network)) {
            byNetwork.computeIfPresent(network, (key, count) -> count + 1);
        } else {
            byNetwork.put(network, 1);
        }
    }

    public int likes() {
        return total.get();
    }

    public int likesFrom(Network network) {
        return byNetwork.getOrDefault(network, 0);
    }

    public Likes snapshot() {
        return new Likes(total.get(), Map.copyOf(byNetwork));
    }
}
