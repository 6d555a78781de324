// Wrong: the lock is the Integer itself, and total++ puts another object there. The next thread locks that one and comes in while the first is still inside.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private Integer total = 0;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        synchronized (total) {
            total++;
            byNetwork.merge(network, 1, Integer::sum);
        }
    }

    public int likes() {
        synchronized (total) {
            return total;
        }
    }

    public int likesFrom(Network network) {
        synchronized (total) {
            return byNetwork.getOrDefault(network, 0);
        }
    }

    public Likes snapshot() {
        synchronized (total) {
            return new Likes(total, Map.copyOf(byNetwork));
        }
    }
}
