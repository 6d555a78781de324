// A lock with two sides: readers share it, a like has it alone.
package likecounter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class LikeCounter {

    /** Whoever changes the numbers holds the write side, whoever reads them one of the two sides. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private int total;
    private final Map<Network, Integer> byNetwork = new EnumMap<>(Network.class);

    public void like(Network network) {
        lock.writeLock().lock();
        try {
            total++;
            byNetwork.merge(network, 1, Integer::sum);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int likes() {
        lock.readLock().lock();
        try {
            return total;
        } finally {
            lock.readLock().unlock();
        }
    }

    public int likesFrom(Network network) {
        lock.readLock().lock();
        try {
            return byNetwork.getOrDefault(network, 0);
        } finally {
            lock.readLock().unlock();
        }
    }

    public Likes snapshot() {
        lock.readLock().lock();
        try {
            return new Likes(total, new EnumMap<>(byNetwork));
        } finally {
            lock.readLock().unlock();
        }
    }
}
