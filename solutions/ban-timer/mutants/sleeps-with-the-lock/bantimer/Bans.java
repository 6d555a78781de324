// Wrong: a thread for each ban sleeps inside a synchronized block. Nobody gets in to ask before it wakes.
package bantimer;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

public final class Bans implements AutoCloseable {
    private final Set<String> banned = new HashSet<>();

    public Bans() {}

    public void ban(String user, Duration duration) {
        synchronized (this) {
            banned.add(user);
        }
        Thread thread =
                new Thread(
                        () -> {
                            synchronized (this) {
                                try {
                                    Thread.sleep(duration.toMillis());
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                banned.remove(user);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    public synchronized boolean isBanned(String user) {
        return banned.contains(user);
    }

    public synchronized void pardon(String user) {
        banned.remove(user);
    }

    @Override
    public void close() {}
}
