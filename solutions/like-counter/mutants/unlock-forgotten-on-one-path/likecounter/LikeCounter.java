// Wrong: the early return in likesFrom() leaves the lock closed. Ask for a network without likes, then like from another thread.
package likecounter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

public class LikeCounter {

    private final ReentrantLock lock = new ReentrantLock();

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        lock.lock();
        total++;
        byNetwork.merge(network, 1, Integer::sum);
        lock.unlock();
    }

    public int likes() {
        lock.lock();
        int now = total;
        lock.unlock();
        return now;
    }

    public int likesFrom(Network network) {
        lock.lock();
        if (!byNetwork.containsKey(network)) {
            return 0;
        }
        int now = byNetwork.get(network);
        lock.unlock();
        return now;
    }

    public Likes snapshot() {
        lock.lock();
        Likes now = new Likes(total, Map.copyOf(byNetwork));
        lock.unlock();
        return now;
    }
}
