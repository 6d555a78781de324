// Wrong: the moderator sleeps until the ban is over.
package bantimer;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public final class Bans implements AutoCloseable {
    private final Set<String> banned = ConcurrentHashMap.newKeySet();

    public Bans() {}

    public void ban(String user, Duration duration) {
        banned.add(user);
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        banned.remove(user);
    }

    public boolean isBanned(String user) {
        return banned.contains(user);
    }

    public void pardon(String user) {
        banned.remove(user);
    }

    @Override
    public void close() {}
}
