// Right: an explicit lock that nobody outside can take.
package __package__;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    private final Lock lock = new ReentrantLock();
    private int visitors;

    public void enter() {
        lock.lock();
        try {
            visitors++;
        } finally {
            lock.unlock();
        }
    }

    public int visitors() {
        lock.lock();
        try {
            return visitors;
        } finally {
            lock.unlock();
        }
    }
}
