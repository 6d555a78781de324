package telar.bench;

import java.util.function.IntSupplier;

/** How many schedules a second, when warm: rounds are repeated, and those of the first seconds do not count. */
final class Rate {
    private static final double WARM_UP_MILLIS = 10_000;
    private static final double MEASURED_MILLIS = 4_000;

    private final IntSupplier round;

    /** @param round makes some schedules and tells how many */
    Rate(IntSupplier round) {
        this.round = round;
    }

    Figures measure() {
        schedules(WARM_UP_MILLIS);
        long start = System.nanoTime();
        long schedules = schedules(MEASURED_MILLIS);
        return new Figures().with("rate", schedules / Figures.millisSince(start) * 1_000);
    }

    private long schedules(double millis) {
        long start = System.nanoTime();
        long schedules = 0;
        do {
            schedules += round.getAsInt();
        } while (Figures.millisSince(start) < millis);
        return schedules;
    }
}
