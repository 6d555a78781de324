// Wrong: the map is safe, get followed by put is not one step. Two likes of one network at once: both get 0, both put 1.
package likecounter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

public class LikeCounter {

    private final AtomicInteger total = new AtomicInteger();
    private final Map<Network, Integer> byNetwork = new ConcurrentHashMap<>();

    public void like(Network network) {
        total.incrementAndGet();
        byNetwork.put(network, byNetwork.getOrDefault(network, 0) + 1);
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
