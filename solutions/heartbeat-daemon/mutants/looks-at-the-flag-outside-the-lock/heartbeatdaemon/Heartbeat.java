// Wrong: the heart looks at the flag, then takes the lock and waits. stop() between the two: its notify finds nobody,
// and the heart waits a whole period.
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
        thread.start();
    }

    public void stop() {
        stopped = true;
        synchronized (this) {
            notifyAll();
        }
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    private void beat() {
        try {
            while (!stopped) {
                pingOnce();
                synchronized (this) {
                    wait(period.toMillis());
                }
            }
        } catch (InterruptedException nobodyDoesThis) {
            // the end all the same
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
