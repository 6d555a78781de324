// Wrong: a Timer without the word daemon. Every schedule: its thread waits for the next ping and the program never ends.
package heartbeatdaemon;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final Timer timer = new Timer("heartbeat");
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
