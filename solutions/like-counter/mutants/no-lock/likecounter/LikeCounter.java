// Wrong: nothing guards the numbers. Two likes at once: both read 0, both write 1.
package likecounter;

import java.util.EnumMap;
import java.util.Map;

public class LikeCounter {

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        total++;
        byNetwork.merge(network, 1, Integer::sum);
    }

    public int likes() {
        return total;
    }

    public int likesFrom(Network network) {
        return byNetwork.getOrDefault(network, 0);
    }

    public Likes snapshot() {
        return new Likes(total, Map.copyOf(byNetwork));
    }
}
