// Idea: no thread at all. Each ban is the moment at which it ends; whoever asks compares it with the clock.
package bantimer;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

public final class Bans implements AutoCloseable {
    private final ConcurrentHashMap<String, Long> ends = new ConcurrentHashMap<>();

    public Bans() {}

    public void ban(String user, Duration duration) {
        ends.put(user, System.nanoTime() + duration.toNanos());
    }

    public boolean isBanned(String user) {
        Long end = ends.get(user);
        if (end == null) {
            return false;
        }
        if (System.nanoTime() - end >= 0) {
            ends.remove(user, end);
            return false;
        }
        return true;
    }

    public void pardon(String user) {
        ends.remove(user);
    }

    @Override
    public void close() {}
}
