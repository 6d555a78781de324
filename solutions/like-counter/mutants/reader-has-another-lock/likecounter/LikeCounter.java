// Wrong: likes are counted under one lock and read under another. A read while another thread is inside like() is a data race.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private final Object writing = new Object();
    private final Object reading = new Object();

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        synchronized (writing) {
            total++;
            byNetwork.merge(network, 1, Integer::sum);
        }
    }

    public int likes() {
        synchronized (reading) {
            return total;
        }
    }

    public int likesFrom(Network network) {
        synchronized (reading) {
            return byNetwork.getOrDefault(network, 0);
        }
    }

    public Likes snapshot() {
        synchronized (reading) {
            return new Likes(total, Map.copyOf(byNetwork));
        }
    }
}
