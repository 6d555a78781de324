package heartbeatdaemon;

import java.time.Duration;

/** Tells the others, once every period, that this program is still there; never keeps the program alive. */
public final class Heartbeat {
    private final Runnable ping;

    /** A heart that will ping once every {@code period}. It does not beat before {@link #start}. */
    public Heartbeat(Runnable ping, Duration period) {
        this.ping = ping;
    }

    /** Begins to beat and returns at once: the first ping now, the next one a period later, and so on. Called once. */
    public void start() {
        // TODO This heart beats once, in the thread that calls start(). Give it a thread of its own that beats again and again.
        //      What kind of thread does not keep the program alive when main has returned?
        //      And what if a ping throws?
        ping.run();
    }

    /** Ends the heart at once, also in the middle of a pause. Called after {@link #start}, by any thread. */
    public void stop() {
        // TODO The heart may be asleep for another hour. Wake it, and make sure that it hears why.
    }

    /** Whether it beats: true from the moment {@link #start} has returned until it has ended. May be called by any thread. */
    public boolean isAlive() {
        // TODO
        return false;
    }
}
