// Wrong: a pool that nobody shuts down.
package nogil;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        List<Callable<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int me = i;
            parts.add(() -> {
                int mine = 0;
                for (int n = 2 + me; n <= upTo; n += slices) {
                    if (test.test(n)) {
                        mine++;
                    }
                }
                return mine;
            });
        }
        try {
            int total = 0;
            for (Future<Integer> part : pool.invokeAll(parts)) {
                total += part.get();
            }
            return total;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
