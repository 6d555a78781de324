package likecounter;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts the likes of one post, for any number of threads.
 *
 * <p>One rule makes it right: whoever touches {@link #total} or {@link #byNetwork}, to write or only to read, holds
 * {@link #lock}. So a like happens as a whole, and nobody ever sees half of one.
 */
public class LikeCounter {

    /**
     * Guards total and byNetwork. It is one lock, because the two belong together: the total is the sum of the parts. It is
     * private, so that no other code can hold it, and final, so that all threads mean the same one.
     */
    private final Object lock = new Object();

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    /** Counts one more like from this network. */
    public void like(Network network) {
        // Both numbers change in one block: between them the counter does not add up, and nobody may look.
        synchronized (lock) {
            total++;
            byNetwork.merge(network, 1, Integer::sum);
        }
    }

    /** The likes of all networks together. */
    public int likes() {
        // Reading needs the lock too. Without it nothing says that this thread ever sees what another one wrote.
        synchronized (lock) {
            return total;
        }
    }

    /** The likes of this network; 0 when it has none yet. */
    public int likesFrom(Network network) {
        synchronized (lock) {
            return byNetwork.getOrDefault(network, 0);
        }
    }

    /** The total and its parts at one moment, like a photograph: it does not change afterwards. */
    public Likes snapshot() {
        // One block for both reads; calling likes() and likesFrom() would take the lock twice, with room in between.
        // A copy of the map, because the map itself goes on changing after the lock is released.
        synchronized (lock) {
            return new Likes(total, Map.copyOf(byNetwork));
        }
    }
}
