// Wrong: the new thread sets running = true itself. start(), then stop() before the thread has had its first turn: it
// switches itself on again.
package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final Thread thread;
    private volatile boolean running;

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
        return thread.isAlive();
    }

    private void beat() {
        running = true;
        while (running) {
            pingOnce();
            try {
                Thread.sleep(period.toMillis());
            } catch (InterruptedException woken) {
                // running says whether to go on
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
