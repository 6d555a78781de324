// Wrong: static fields belong to the class, so all posts share one number. One thread and two posts are enough.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private static int total;
    private static final Map<Network, Integer> BY_NETWORK = new EnumMap<>(Network.class);

    public void like(Network network) {
        synchronized (LikeCounter.class) {
            total++;
            BY_NETWORK.merge(network, 1, Integer::sum);
        }
    }

    public int likes() {
        synchronized (LikeCounter.class) {
            return total;
        }
    }

    public int likesFrom(Network network) {
        synchronized (LikeCounter.class) {
            return BY_NETWORK.getOrDefault(network, 0);
        }
    }

    public Likes snapshot() {
        synchronized (LikeCounter.class) {
            return new Likes(total, Map.copyOf(BY_NETWORK));
        }
    }
}
