// Idea: a scheduled executor; each ban is an object of its own, and the map removes it only if it is still there.
package bantimer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public final class Bans implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Object> bans = new ConcurrentHashMap<>();

    public Bans() {}

    public void ban(String user, Duration duration) {
        Object ban = new Object();
        bans.put(user, ban);
        clock.schedule(() -> bans.remove(user, ban), duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    public boolean isBanned(String user) {
        return bans.containsKey(user);
    }

    public void pardon(String user) {
        bans.remove(user);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
