// Wrong: the snapshot holds a view of the map that like() goes on changing. One thread is enough: snapshot, like, look at the snapshot.
package likecounter;

import java.util.Collections;
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

    public synchronized Likes snapshot() {
        return new Likes(total, Collections.unmodifiableMap(byNetwork));
    }
}
