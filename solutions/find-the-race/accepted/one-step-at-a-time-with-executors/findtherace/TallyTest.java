// Right: a pool for each part, and futures that carry home what was seen.
package findtherace;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A test of counters. */
public final class TallyTest {

    public void examine(Tally tally) throws InterruptedException {
        both(() -> add(tally, 2), () -> add(tally, 3));
        check(tally.count() == 5);
        both(
                () -> add(tally, 5),
                () -> {
                    List<Integer> history = tally.history();
                    int count = tally.count();
                    check(history.size() == 2 || count == 10);
                    return count;
                });
        List<Integer> got = both(() -> tally.takeUpTo(10), () -> tally.takeUpTo(1));
        check(got.get(0) + got.get(1) == 10 && tally.count() == 0);
    }

    private static int add(Tally tally, int n) {
        tally.add(n);
        return n;
    }

    private static List<Integer> both(Callable<Integer> one, Callable<Integer> other) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = pool.submit(one);
            Future<Integer> second = pool.submit(other);
            return List.of(first.get(), second.get());
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private static void check(boolean promise) {
        if (!promise) {
            throw new AssertionError("a promise was broken");
        }
    }
}
