// Wrong: snapshot() takes the lock twice. A like between the two reads: total 0, parts 1.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public synchronized void like(Network network) {
        total++;
        byNetwork.merge(network, 1, Integer::sum);
    }

    public synchronized int likes() {
        return total;
    }

    public synchronized int likesFrom(Network network) {
        return byNetwork.getOrDefault(network, 0);
    }

    public Likes snapshot() {
        int total = likes();
        return new Likes(total, parts());
    }

    private synchronized Map<Network, Integer> parts() {
        return Map.copyOf(byNetwork);
    }
}
