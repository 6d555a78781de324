// Wrong: pardon takes a user out of the map without the lock, while another moderator may be banning somebody.
package bantimer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

public final class Bans implements AutoCloseable {
    private final Timer timer = new Timer("end of bans");

    private final Map<String, TimerTask> bans = new HashMap<>();

    public Bans() {}

    public synchronized void ban(String user, Duration duration) {
        TimerTask end =
                new TimerTask() {
                    @Override
                    public void run() {
                        lift(user, this);
                    }
                };
        cancel(bans.put(user, end));
        timer.schedule(end, duration.toMillis());
    }

    public synchronized boolean isBanned(String user) {
        return bans.containsKey(user);
    }

    public void pardon(String user) {
        cancel(bans.remove(user));
    }

    @Override
    public void close() {
        timer.cancel();
    }

    private synchronized void lift(String user, TimerTask end) {
        bans.remove(user, end);
    }

    private static void cancel(TimerTask end) {
        if (end != null) {
            end.cancel();
        }
    }
}
