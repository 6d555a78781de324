package telar.bench.programs;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ten threads draw numbers; two of the numbers come with a prize. Wrong: the seventh books its prize in two steps, and only if the
 * third comes in between is one lost.
 */
public final class RarePreemption {
    private RarePreemption() {}

    public static void wrong() {
        run(false);
    }

    public static void right() {
        run(true);
    }

    private static void run(boolean atOnce) {
        AtomicInteger drawn = new AtomicInteger();
        AtomicInteger prizes = new AtomicInteger();
        Runnable draw = () -> {
            int number = drawn.incrementAndGet();
            if (number == 3 || number == 7 && atOnce) {
                prizes.incrementAndGet();
            } else if (number == 7) {
                prizes.set(prizes.get() + 1);
            }
        };
        Runnable[] threads = new Runnable[10];
        java.util.Arrays.fill(threads, draw);
        Together.run(threads);
        Together.expect(prizes.get() == 2, "a prize was lost");
    }
}
