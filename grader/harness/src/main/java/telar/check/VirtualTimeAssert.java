package telar.check;

import java.time.Duration;
import telar.engine.Observe;

/** What a check can say about the time since a {@link VirtualTime} was started. */
public final class VirtualTimeAssert {
    private final Duration elapsed;

    VirtualTimeAssert(VirtualTime time) {
        this.elapsed = time.elapsed();
    }

    public VirtualTimeAssert tookAtMost(Duration limit) {
        return holds(elapsed.compareTo(limit) <= 0, "at most ", limit);
    }

    public VirtualTimeAssert tookAtLeast(Duration limit) {
        return holds(elapsed.compareTo(limit) >= 0, "at least ", limit);
    }

    /** Exactly that long, which only a virtual clock can promise. */
    public VirtualTimeAssert took(Duration expected) {
        if (!Observe.active()) {
            throw new IllegalStateException("took(…) needs virtual time; use tookAtLeast(…) in a check in real time");
        }
        return holds(elapsed.equals(expected), "", expected);
    }

    private VirtualTimeAssert holds(boolean condition, String relation, Duration expected) {
        if (!condition) {
            throw new AssertionError(
                    "This should take " + relation + TimeInWords.of(expected) + ", but it took " + TimeInWords.of(elapsed) + ".");
        }
        return this;
    }
}
