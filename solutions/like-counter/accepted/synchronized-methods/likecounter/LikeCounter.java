// The counter itself is the lock: every method is synchronized.
package likecounter;

import java.util.HashMap;
import java.util.Map;

public class LikeCounter {

    private final Map<Network, Integer> byNetwork = new HashMap<>();

    public synchronized void like(Network network) {
        byNetwork.merge(network, 1, Integer::sum);
    }

    public synchronized int likes() {
        // No field for the total: a sum of the parts cannot disagree with them.
        int total = 0;
        for (int part : byNetwork.values()) {
            total += part;
        }
        return total;
    }

    public synchronized int likesFrom(Network network) {
        return byNetwork.getOrDefault(network, 0);
    }

    public synchronized Likes snapshot() {
        // likes() takes the same lock again: a thread may take a lock that it already holds.
        return new Likes(likes(), Map.copyOf(byNetwork));
    }
}
