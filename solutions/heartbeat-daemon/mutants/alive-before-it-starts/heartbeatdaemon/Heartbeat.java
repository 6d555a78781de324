// Wrong: the flag that isAlive() returns is true from the beginning. Every schedule: a heart that was never started says
// that it beats.
package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final Thread thread;
    private volatile boolean running = true;

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
        thread = new Thread(this::beat, "heartbeat");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        running = false;
        thread.interrupt();
    }

    public boolean isAlive() {
        return running;
    }

    private void beat() {
        while (running) {
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
