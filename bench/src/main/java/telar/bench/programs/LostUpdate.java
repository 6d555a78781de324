package telar.bench.programs;

import java.util.concurrent.atomic.AtomicInteger;

/** Two threads add to a counter. Wrong: each reads and writes in two steps, and an addition is overwritten. */
public final class LostUpdate {
    private LostUpdate() {}

    public static void wrong() {
        AtomicInteger count = new AtomicInteger();
        Runnable add = () -> {
            for (int i = 0; i < 3; i++) {
                count.set(count.get() + 1);
            }
        };
        Together.run(add, add);
        Together.expect(count.get() == 6, "an addition was lost");
    }

    public static void right() {
        AtomicInteger count = new AtomicInteger();
        Runnable add = () -> {
            for (int i = 0; i < 3; i++) {
                count.incrementAndGet();
            }
        };
        Together.run(add, add);
        Together.expect(count.get() == 6, "an addition was lost");
    }
}
