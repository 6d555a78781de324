package nogil;

import java.util.function.IntPredicate;

/** Counts prime numbers, with several threads that compute at the same time. */
public final class Primes {

    private Primes() {}

    /** Whether n has no divisors but 1 and itself. Given. */
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

    /** How many prime numbers there are from 2 to {@code upTo}, both included. Given. */
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
        // TODO Today one pupil does all the work. Cut the numbers into slices, one thread for each.
        //      Where does each thread count, and who adds up, and when?
        int found = 0;
        for (int n = 2; n <= upTo; n++) {
            if (test.test(n)) {
                found++;
            }
        }
        return found;
    }
}
