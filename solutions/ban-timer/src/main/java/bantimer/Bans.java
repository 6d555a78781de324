package bantimer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

/** Who may not speak in the chat room, and until when. Any thread may use it. */
public final class Bans implements AutoCloseable {

    /** One thread for all bans: it sleeps until the next one ends. */
    private final Timer timer = new Timer("end of bans");

    /** Each banned user with the task that will lift this very ban. Guarded by this. */
    private final Map<String, TimerTask> bans = new HashMap<>();

    /** A chat room in which everybody may speak. */
    public Bans() {}

    /** Bans a user from now on, for this long, and returns at once. A new ban replaces an older one. */
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

    /** Whether the user is banned now. */
    public synchronized boolean isBanned(String user) {
        return bans.containsKey(user);
    }

    /** Ends the user's ban at once, if there is one. */
    public synchronized void pardon(String user) {
        cancel(bans.remove(user));
    }

    /** Closes the chat room: nothing that was started here goes on. Called once, at the end. */
    @Override
    public void close() {
        timer.cancel(); // its thread ends, whatever it was waiting for
    }

    /**
     * Lifts one particular ban. cancel() cannot hold back a task that has already begun and waits for the lock while somebody bans the
     * user anew: so the task looks whether the ban is still its own. Looking and removing are one step under the lock.
     */
    private synchronized void lift(String user, TimerTask end) {
        bans.remove(user, end);
    }

    private static void cancel(TimerTask end) {
        if (end != null) {
            end.cancel();
        }
    }
}
