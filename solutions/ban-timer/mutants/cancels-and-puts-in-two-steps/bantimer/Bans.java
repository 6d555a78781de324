// Wrong: looks for an older ban, cancels it and puts the new one. Two moderators see no older ban, and both timers run.
package bantimer;

import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

public final class Bans implements AutoCloseable {
    private final Timer timer = new Timer("end of bans");

    private final Map<String, TimerTask> bans = new ConcurrentHashMap<>();

    public Bans() {}

    public void ban(String user, Duration duration) {
        TimerTask end =
                new TimerTask() {
                    @Override
                    public void run() {
                        lift(user, this);
                    }
                };
        timer.schedule(end, duration.toMillis());
        cancel(bans.get(user));
        bans.put(user, end);
    }

    public boolean isBanned(String user) {
        return bans.containsKey(user);
    }

    public void pardon(String user) {
        cancel(bans.remove(user));
    }

    @Override
    public void close() {
        timer.cancel();
    }

    private void lift(String user, TimerTask end) {
        bans.remove(user);
    }

    private static void cancel(TimerTask end) {
        if (end != null) {
            end.cancel();
        }
    }
}
