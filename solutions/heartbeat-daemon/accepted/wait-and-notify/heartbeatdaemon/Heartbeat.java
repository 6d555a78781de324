// Idea: flag and pause share one monitor; stop() notifies, and the heart looks at flag and clock again after every
// waking.
package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Object lock = new Object();
    private final Runnable ping;
    private final long periodNanos;

    /** Both guarded by lock. */
    private Thread thread;
    private boolean stopped;

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        periodNanos = period.toNanos();
    }

    public void start() {
        synchronized (lock) {
            thread = new Thread(this::beat);
            thread.setDaemon(true);
            thread.start();
        }
    }

    public void stop() {
        synchronized (lock) {
            stopped = true;
            lock.notifyAll();
        }
    }

    public boolean isAlive() {
        synchronized (lock) {
            return thread != null && thread.isAlive();
        }
    }

    private void beat() {
        try {
            do {
                pingOnce();
            } while (pauseWithoutStop());
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

    private boolean pauseWithoutStop() throws InterruptedException {
        long end = System.nanoTime() + periodNanos;
        synchronized (lock) {
            while (!stopped) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                lock.wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            return false;
        }
    }
}
