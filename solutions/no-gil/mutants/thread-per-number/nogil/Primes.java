// Wrong: a thread for each number, however few slices were asked for.
package nogil;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

public final class Primes {

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
        AtomicInteger total = new AtomicInteger();
        List<Thread> pupils = new ArrayList<>();
        for (int i = 2; i <= upTo; i++) {
            int n = i;
            Thread pupil = new Thread(() -> {
                if (test.test(n)) {
                    total.incrementAndGet();
                }
            });
            pupils.add(pupil);
            pupil.start();
        }
        for (Thread pupil : pupils) {
            pupil.join();
        }
        return total.get();
    }
}
