package telar.check;

import java.time.Duration;
import telar.engine.Observe;

/** A stop-watch on the engine's clock, or on this JVM's in a check in real time. */
public final class VirtualTime {
    private final long start = now();

    VirtualTime() {}

    /** Since the stop-watch was started. */
    public Duration elapsed() {
        return Duration.ofNanos(now() - start);
    }

    private static long now() {
        return Observe.active() ? Observe.nanoTime() : System.nanoTime();
    }
}
