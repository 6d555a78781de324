// Idea: a future that the JDK completes when the ban is over; only if the ban is still there it is removed.
package bantimer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

public final class Bans implements AutoCloseable {
    private final ConcurrentHashMap<String, CompletableFuture<Void>> bans = new ConcurrentHashMap<>();

    public Bans() {}

    public void ban(String user, Duration duration) {
        CompletableFuture<Void> over = new CompletableFuture<Void>().completeOnTimeout(null, duration.toMillis(), TimeUnit.MILLISECONDS);
        bans.put(user, over);
        over.thenRun(() -> bans.remove(user, over));
    }

    public boolean isBanned(String user) {
        return bans.containsKey(user);
    }

    public void pardon(String user) {
        bans.remove(user);
    }

    @Override
    public void close() {
        bans.values().forEach(over -> over.cancel(false));
    }
}
