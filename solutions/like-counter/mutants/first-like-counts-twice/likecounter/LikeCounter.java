// Wrong: the first like of a network is stored as 1 and then counted again. One thread is enough.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public synchronized void like(Network network) {
        total++;
        byNetwork.putIfAbsent(network, 1);
        byNetwork.computeIfPresent(network, (key, count) -> count + 1);
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
