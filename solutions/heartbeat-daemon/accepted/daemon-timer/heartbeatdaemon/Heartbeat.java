// Idea: java.util.Timer with a daemon thread; cancel() ends its thread at once. A failing TimerTask would end the timer,
// so the task catches.
package heartbeatdaemon;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final Timer timer = new Timer("heartbeat", true);
    private volatile boolean alive;

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
    }

    public void start() {
        alive = true;
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        try {
                            ping.run();
                        } catch (RuntimeException lost) {
                            // the next one may get through
                        }
                    }
                },
                0,
                period.toMillis());
    }

    public void stop() {
        alive = false;
        timer.cancel();
    }

    public boolean isAlive() {
        return alive;
    }
}
