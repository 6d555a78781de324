// Wrong: catching InterruptedException clears the interrupt, and the loop asks for it again. Every schedule in which
// stop() meets a sleeping heart: it beats on.
package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final Thread thread;

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
        thread.interrupt();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    private void beat() {
        while (!Thread.currentThread().isInterrupted()) {
            pingOnce();
            try {
                Thread.sleep(period.toMillis());
            } catch (InterruptedException woken) {
                // somebody wanted something
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
