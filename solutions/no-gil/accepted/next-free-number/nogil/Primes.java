// Each thread takes the next free number from an atomic counter; another one adds up the finds.
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
        AtomicInteger next = new AtomicInteger(2);
        AtomicInteger total = new AtomicInteger();
        List<Thread> pupils = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            Thread pupil = new Thread(() -> {
                for (int n = next.getAndIncrement(); n <= upTo; n = next.getAndIncrement()) {
                    if (test.test(n)) {
                        total.incrementAndGet();
                    }
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
