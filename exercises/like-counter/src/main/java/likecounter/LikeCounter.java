package likecounter;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts the likes of one post. Several threads use the same counter at the same time.
 *
 * <p>TODO: this code is right for one thread and wrong for two. Make it right for any number of them, and write
 * {@link #snapshot()}. You may change everything inside this class but its public methods.
 */
public class LikeCounter {

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    /** Counts one more like from this network. */
    public void like(Network network) {
        total++;
        byNetwork.merge(network, 1, Integer::sum);
    }

    /** The likes of all networks together. */
    public int likes() {
        return total;
    }

    /** The likes of this network; 0 when it has none yet. */
    public int likesFrom(Network network) {
        return byNetwork.getOrDefault(network, 0);
    }

    /** The total and its parts at one moment, like a photograph: it does not change afterwards. */
    public Likes snapshot() {
        throw new UnsupportedOperationException("TODO: write snapshot()");
    }
}
