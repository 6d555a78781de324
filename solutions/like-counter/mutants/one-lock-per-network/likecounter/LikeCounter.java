// Wrong: each network has its own lock, but the total belongs to both. A like of each network at once: both read the same total.
package likecounter;

import java.util.Map;

public class LikeCounter {

    private final Object[] locks = {new Object(), new Object()};
    private final int[] parts = new int[2];
    private int total;

    public void like(Network network) {
        synchronized (locks[network.ordinal()]) {
            parts[network.ordinal()]++;
            total++;
        }
    }

    public int likes() {
        synchronized (locks[0]) {
            synchronized (locks[1]) {
                return total;
            }
        }
    }

    public int likesFrom(Network network) {
        synchronized (locks[network.ordinal()]) {
            return parts[network.ordinal()];
        }
    }

    public Likes snapshot() {
        synchronized (locks[0]) {
            synchronized (locks[1]) {
                return new Likes(total, Map.of(Network.FACEBOOK, parts[0], Network.INSTAGRAM, parts[1]));
            }
        }
    }
}
