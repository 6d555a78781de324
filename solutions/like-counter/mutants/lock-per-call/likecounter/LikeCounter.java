// Wrong: every call locks an object of its own. Two likes at once never wait for each other.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        Object lock = new Object();
        synchronized (lock) {
            total++;
            byNetwork.merge(network, 1, Integer::sum);
        }
    }

    public int likes() {
        Object lock = new Object();
        synchronized (lock) {
            return total;
        }
    }

    public int likesFrom(Network network) {
        Object lock = new Object();
        synchronized (lock) {
            return byNetwork.getOrDefault(network, 0);
        }
    }

    public Likes snapshot() {
        Object lock = new Object();
        synchronized (lock) {
            return new Likes(total, Map.copyOf(byNetwork));
        }
    }
}
