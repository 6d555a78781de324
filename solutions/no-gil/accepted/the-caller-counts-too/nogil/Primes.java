// The calling thread takes the last slice itself; a lock guards the total, which each adds to once.
package nogil;

import java.util.ArrayList;
import java.util.List;
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
        int[] total = new int[1];
        Object lock = new Object();
        List<Thread> pupils = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int me = i;
            Runnable slice = () -> {
                int mine = 0;
                for (int n = 2 + me; n <= upTo; n += slices) {
                    if (test.test(n)) {
                        mine++;
                    }
                }
                synchronized (lock) {
                    total[0] += mine;
                }
            };
            if (i == slices - 1) {
                slice.run();
            } else {
                Thread pupil = new Thread(slice);
                pupils.add(pupil);
                pupil.start();
            }
        }
        for (Thread pupil : pupils) {
            pupil.join();
        }
        synchronized (lock) {
            return total[0];
        }
    }
}
