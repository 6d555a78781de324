// Idea: one guard waits on the lock until the next ban ends, and is notified whenever something changes.
package bantimer;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

public final class Bans implements AutoCloseable {
    private final Map<String, Long> ends = new HashMap<>();
    private boolean closed;

    public Bans() {
        Thread guard = new Thread(this::watch, "guard");
        guard.setDaemon(true);
        guard.start();
    }

    public synchronized void ban(String user, Duration duration) {
        ends.put(user, System.currentTimeMillis() + duration.toMillis());
        notifyAll();
    }

    public synchronized boolean isBanned(String user) {
        return ends.containsKey(user);
    }

    public synchronized void pardon(String user) {
        ends.remove(user);
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void watch() {
        try {
            while (!closed) {
                long now = System.currentTimeMillis();
                ends.values().removeIf(end -> end <= now);
                if (ends.isEmpty()) {
                    wait();
                } else {
                    wait(Collections.min(ends.values()) - now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
