// Wrong: the total is static, so two hunts at the same time add to the same one.
package nogil;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

public final class Primes {

    private static final AtomicInteger TOTAL = new AtomicInteger();

    private Primes() {}

    public static boolean isPrime(int n) {
        if (n < 2) {
            return false;
        }
        for (int d = 2; d <= n / d; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return true;
    }

    public static int count(int upTo, int slices) throws InterruptedException {
        return count(upTo, slices, Primes::isPrime);
    }

    public static int count(int upTo, int slices, IntPredicate test) throws InterruptedException {
        TOTAL.set(0);
        List<Thread> pupils = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int me = i;
            Thread pupil = new Thread(() -> {
                for (int n = 2 + me; n <= upTo; n += slices) {
                    if (test.test(n)) {
                        TOTAL.incrementAndGet();
                    }
                }
            });
            pupils.add(pupil);
            pupil.start();
        }
        for (Thread pupil : pupils) {
            pupil.join();
        }
        return TOTAL.get();
    }
}
