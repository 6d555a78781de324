// Wrong: likes() and likesFrom() read without the lock. A read while another thread is inside like() is a data race.
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

    public int likes() {
        return total;
    }

    public int likesFrom(Network network) {
        return byNetwork.getOrDefault(network, 0);
    }

    public synchronized Likes snapshot() {
        return new Likes(total, Map.copyOf(byNetwork));
    }
}
