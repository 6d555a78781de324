// A LongAdder for the finds and a latch that says when all slices have ended.
package nogil;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
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
        LongAdder total = new LongAdder();
        CountDownLatch atWork = new CountDownLatch(slices);
        for (int i = 0; i < slices; i++) {
            int me = i;
            new Thread(() -> {
                for (int n = upTo - me; n >= 2; n -= slices) {
                    if (test.test(n)) {
                        total.increment();
                    }
                }
                atWork.countDown();
            }).start();
        }
        atWork.await();
        return total.intValue();
    }
}
