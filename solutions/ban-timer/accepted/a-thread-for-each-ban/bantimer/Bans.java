// Idea: each ban has a thread that sleeps; whoever ends the ban interrupts it.
package bantimer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

public final class Bans implements AutoCloseable {
    private final Map<String, Thread> bans = new HashMap<>();

    public Bans() {}

    public synchronized void ban(String user, Duration duration) {
        Thread end = new Thread(() -> liftAfter(user, duration), "ban of " + user);
        Thread older = bans.put(user, end);
        if (older != null) {
            older.interrupt();
        }
        end.start();
    }

    public synchronized boolean isBanned(String user) {
        return bans.containsKey(user);
    }

    public synchronized void pardon(String user) {
        Thread end = bans.remove(user);
        if (end != null) {
            end.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        bans.values().forEach(Thread::interrupt);
    }

    private void liftAfter(String user, Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException called) {
            return;
        }
        synchronized (this) {
            bans.remove(user, Thread.currentThread());
        }
    }
}
