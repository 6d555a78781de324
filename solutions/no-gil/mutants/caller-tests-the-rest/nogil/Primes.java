// Wrong: whatever cannot be dealt out evenly is tested by the caller, while all pupils are at work.
package nogil;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Counts prime numbers, with several threads that compute at the same time. */
public final class Primes {

    private Primes() {}

    /** Whether n has no divisors but 1 and itself. */
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

    /** How many prime numbers there are from 2 to {@code upTo}, both included. */
    public static int count(int upTo, int slices) throws InterruptedException {
        return count(upTo, slices, Primes::isPrime);
    }

    /**
     * Tests every number from 2 to {@code upTo}, both included, exactly once, in {@code slices} threads at the same time.
     *
     * @param slices at least one
     * @return how many passed the test
     */
    public static int count(int upTo, int slices, IntPredicate test) throws InterruptedException {
        // One place for each thread: nobody writes to another's, so there is nothing to lock.
        int[] found = new int[slices];
        int numbers = Math.max(0, upTo - 1);
        int length = numbers / slices;
        List<Thread> pupils = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int me = i;
            Thread pupil = new Thread(() -> found[me] = countSlice(2 + me * length, length, test));
            pupils.add(pupil);
            pupil.start();
        }
        int total = countSlice(2 + slices * length, numbers % slices, test);
        // join orders: what a pupil wrote before it ended is visible from here on.
        for (Thread pupil : pupils) {
            pupil.join();
        }
        for (int part : found) {
            total += part;
        }
        return total;
    }

    private static int countSlice(int first, int length, IntPredicate test) {
        int mine = 0;
        for (int n = first; n < first + length; n++) {
            if (test.test(n)) {
                mine++;
            }
        }
        return mine;
    }
}
