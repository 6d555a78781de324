// Idea: no flag; the interrupt is the message, and the thread is made when it is needed.
package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private volatile Thread thread;

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
    }

    public void start() {
        Thread heart = new Thread(this::beatUntilInterrupted);
        heart.setDaemon(true);
        heart.start();
        thread = heart;
    }

    public void stop() {
        thread.interrupt();
    }

    public boolean isAlive() {
        Thread heart = thread;
        return heart != null && heart.isAlive();
    }

    private void beatUntilInterrupted() {
        try {
            while (true) {
                try {
                    ping.run();
                } catch (RuntimeException lost) {
                    // the next one may get through
                }
                Thread.sleep(period.toMillis());
            }
        } catch (InterruptedException stopped) {
            // the end
        }
    }
}
