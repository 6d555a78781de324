// Wrong: run() instead of start(). Every schedule: start() beats itself and never returns.
package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final Thread thread;
    private volatile boolean stopped;

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
        thread = new Thread(this::beat, "heartbeat");
        thread.setDaemon(true);
    }

    public void start() {
        thread.run();
    }

    public void stop() {
        stopped = true;
        thread.interrupt();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    private void beat() {
        while (!stopped) {
            pingOnce();
            try {
                Thread.sleep(period.toMillis());
            } catch (InterruptedException woken) {
                return;
            }
        }
    }

    private void pingOnce() {
        try {
            ping.run();
        } catch (RuntimeException lost) {
            // the next one may get through
        }
    }
}
