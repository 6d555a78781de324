// Wrong: one thread sleeps through the bans one after another: the second one begins to count when the first is over.
package bantimer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Bans implements AutoCloseable {
    private final ExecutorService clerk = Executors.newSingleThreadExecutor();
    private final Map<String, Object> bans = new ConcurrentHashMap<>();

    public Bans() {}

    public void ban(String user, Duration duration) {
        Object ban = new Object();
        bans.put(user, ban);
        clerk.execute(
                () -> {
                    try {
                        Thread.sleep(duration.toMillis());
                        bans.remove(user, ban);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    public boolean isBanned(String user) {
        return bans.containsKey(user);
    }

    public void pardon(String user) {
        bans.remove(user);
    }

    @Override
    public void close() {
        clerk.shutdownNow();
    }
}
