// Idea: the pause is a timed wait for a latch that stop() opens; stop() itself waits until the heart has ended.
package heartbeatdaemon;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::beat);

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    private void beat() {
        try {
            do {
                pingOnce();
            } while (!stop.await(period.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException nobodyDoesThis) {
            // the end all the same
        }
    }

    private void pingOnce() {
        try {
            ping.run();
        } catch (Throwable lost) {
            System.err.println("lost a ping: " + lost);
        }
    }
}
