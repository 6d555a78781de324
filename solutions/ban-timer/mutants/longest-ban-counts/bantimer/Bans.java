// Wrong: a new ban counts only if it ends later than the older one.
package bantimer;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

public final class Bans implements AutoCloseable {
    private final ConcurrentHashMap<String, Long> ends = new ConcurrentHashMap<>();

    public Bans() {}

    public void ban(String user, Duration duration) {
        ends.merge(user, System.nanoTime() + duration.toNanos(), Math::max);
    }

    public boolean isBanned(String user) {
        Long end = ends.get(user);
        return end != null && System.nanoTime() - end < 0;
    }

    public void pardon(String user) {
        ends.remove(user);
    }

    @Override
    public void close() {}
}
