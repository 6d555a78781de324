package telar.bench.programs;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Two guests ask for one seat in a map. Wrong: both see that it is free before either takes it. */
public final class CheckThenAct {
    private CheckThenAct() {}

    public static void wrong() {
        ConcurrentMap<String, String> seats = new ConcurrentHashMap<>();
        AtomicInteger seated = new AtomicInteger();
        Together.run(() -> takeIfFree(seats, "Ada", seated), () -> takeIfFree(seats, "Ben", seated));
        Together.expect(seated.get() == 1, "one seat was given to two guests");
    }

    private static void takeIfFree(ConcurrentMap<String, String> seats, String guest, AtomicInteger seated) {
        if (!seats.containsKey("1A")) {
            seats.put("1A", guest);
            seated.incrementAndGet();
        }
    }

    public static void right() {
        ConcurrentMap<String, String> seats = new ConcurrentHashMap<>();
        AtomicInteger seated = new AtomicInteger();
        Together.run(() -> take(seats, "Ada", seated), () -> take(seats, "Ben", seated));
        Together.expect(seated.get() == 1, "one seat was given to two guests");
    }

    private static void take(ConcurrentMap<String, String> seats, String guest, AtomicInteger seated) {
        if (seats.putIfAbsent("1A", guest) == null) {
            seated.incrementAndGet();
        }
    }
}
