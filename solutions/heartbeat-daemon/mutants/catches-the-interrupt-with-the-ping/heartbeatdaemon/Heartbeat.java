// Wrong: one catch for everything also catches the InterruptedException of the pause. Every schedule in which stop()
// meets a sleeping heart: it beats on.
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
        while (true) {
            try {
                ping.run();
                Thread.sleep(period.toMillis());
            } catch (Exception lost) {
                // the next one may get through
            }
        }
    }
}
