// Wrong: the slices are rounded up, and the last one goes on beyond the limit.
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
        int size = Math.max(1, (upTo - 1 + slices - 1) / slices);
        int[] found = new int[slices];
        List<Thread> pupils = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int me = i;
            Thread pupil = new Thread(() -> found[me] = countSlice(2 + me * size, 1, 1 + (me + 1) * size, test));
            pupils.add(pupil);
            pupil.start();
        }
        for (Thread pupil : pupils) {
            pupil.join();
        }
        int total = 0;
        for (int part : found) {
            total += part;
        }
        return total;
    }

    private static int countSlice(int first, int step, int upTo, IntPredicate test) {
        int mine = 0;
        for (int n = first; n <= upTo; n += step) {
            if (test.test(n)) {
                mine++;
            }
        }
        return mine;
    }
}
