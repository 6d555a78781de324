// Idea: a scheduled executor whose thread factory makes daemons; shutdownNow() drops the next ping.
package heartbeatdaemon;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Heartbeat::daemon);
    private volatile boolean started;

    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
    }

    public void start() {
        scheduler.scheduleAtFixedRate(this::pingOnce, 0, period.toNanos(), TimeUnit.NANOSECONDS);
        started = true;
    }

    public void stop() {
        scheduler.shutdownNow();
    }

    public boolean isAlive() {
        return started && !scheduler.isTerminated();
    }

    private void pingOnce() {
        try {
            ping.run();
        } catch (RuntimeException lost) {
            // a task that throws would not be run again
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    }
}
