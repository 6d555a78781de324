package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;
    private final Duration period;
    private final Thread thread;

    /** Written by whoever stops the heart, read by the heart: volatile orders the two. */
    private volatile boolean stopped;

    /** A heart that will ping once every {@code period}. It does not beat before {@link #start}. */
    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
        this.period = period;
        thread = new Thread(this::beat, "heartbeat");
        // A JVM ends when only daemons are left. It has to be said before start(): afterwards it is an
        // IllegalThreadStateException.
        thread.setDaemon(true);
    }

    /** Begins to beat and returns at once: the first ping now, the next one a period later, and so on. Called once. */
    public void start() {
        thread.start();
    }

    /** Ends the heart at once, also in the middle of a pause. Called after {@link #start}, by any thread. */
    public void stop() {
        // The flag first: whoever is woken by the interrupt, or swallows it, finds the reason there.
        stopped = true;
        thread.interrupt();
    }

    /** Whether it beats: true from the moment {@link #start} has returned until it has ended. May be called by any thread. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    private void beat() {
        while (!stopped) {
            pingOnce();
            try {
                Thread.sleep(period.toMillis());
            } catch (InterruptedException woken) {
                return; // only stop() wakes this thread
            }
        }
    }

    private void pingOnce() {
        try {
            ping.run();
        } catch (RuntimeException lost) {
            // One lost ping is no reason to die: the next one may get through. A real program would log this one.
        }
    }
}
