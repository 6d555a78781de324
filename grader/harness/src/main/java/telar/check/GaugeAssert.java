package telar.check;

import telar.wire.Diagnosis;

/** What a check can say about a {@link Gauge}. */
public final class GaugeAssert {
    private final Gauge gauge;

    GaugeAssert(Gauge gauge) {
        this.gauge = gauge;
    }

    /** At no moment were there more than {@code limit} inside. */
    public GaugeAssert neverExceeded(int limit) {
        if (gauge.most() > limit) {
            throw new CheckFailure(
                    Diagnosis.TOO_MANY_AT_ONCE,
                    "At most " + tasks(limit) + " may run at the same time, but " + gauge.most() + " did.");
        }
        return this;
    }

    /** At some moment there were at least {@code number} inside. */
    public GaugeAssert reached(int number) {
        if (gauge.most() < number) {
            throw new CheckFailure(
                    Diagnosis.NOT_PARALLEL,
                    tasks(number) + " should run at the same time, but there were never more than " + gauge.most() + ".");
        }
        return this;
    }

    /** Nobody is inside now. */
    public GaugeAssert isEmpty() {
        if (gauge.inside() != 0) {
            throw new AssertionError(
                    "Every task should be over by now, but " + gauge.inside() + (gauge.inside() == 1 ? " is" : " are")
                            + " still running.");
        }
        return this;
    }

    private static String tasks(int n) {
        return n == 1 ? "1 task" : n + " tasks";
    }
}
