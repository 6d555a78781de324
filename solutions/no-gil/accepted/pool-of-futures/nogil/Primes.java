// A pool with a thread for each slice; each slice is a piece of the strip, and the first ones take one more.
package nogil;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        ExecutorService pool = Executors.newFixedThreadPool(slices);
        try {
            int numbers = Math.max(0, upTo - 1);
            List<Future<Integer>> counts = new ArrayList<>();
            int first = 2;
            for (int i = 0; i < slices; i++) {
                int from = first;
                int to = from + numbers / slices + (i < numbers % slices ? 1 : 0);
                first = to;
                counts.add(pool.submit(() -> {
                    int mine = 0;
                    for (int n = from; n < to; n++) {
                        if (test.test(n)) {
                            mine++;
                        }
                    }
                    return mine;
                }));
            }
            int total = 0;
            for (Future<Integer> count : counts) {
                total += count.get();
            }
            return total;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
