// Wrong: like() takes the lock twice. A snapshot between the two steps: total 1, no parts.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        synchronized (this) {
            total++;
        }
        synchronized (this) {
            byNetwork.merge(network, 1, Integer::sum);
        }
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
