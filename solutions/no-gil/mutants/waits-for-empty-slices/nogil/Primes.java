// Wrong: a slice without numbers reports nothing, but its report is waited for.
package nogil;

import java.util.concurrent.CountDownLatch;
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
        CountDownLatch atWork = new CountDownLatch(slices);
        for (int i = 0; i < slices && 2 + i <= upTo; i++) {
            int me = i;
            new Thread(() -> {
                for (int n = 2 + me; n <= upTo; n += slices) {
                    if (test.test(n)) {
                        total.incrementAndGet();
                    }
                }
                atWork.countDown();
            }).start();
        }
        atWork.await();
        return total.get();
    }
}
