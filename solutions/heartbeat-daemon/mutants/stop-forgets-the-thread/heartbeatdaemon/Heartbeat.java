// Wrong: stop() sets a plain field to null while another thread asks isAlive(). Between the look and the use the thread
// is gone.
package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private Thread thread;
    private volatile boolean stopped;

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
    }

    public void start() {
        thread = new Thread(this::beat, "heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    public void stop() {
        stopped = true;
        thread.interrupt();
        thread = null;
    }

    public boolean isAlive() {
        return thread != null && thread.isAlive();
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
