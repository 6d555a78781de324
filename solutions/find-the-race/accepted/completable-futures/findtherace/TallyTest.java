// Right: completable futures carry home what was seen, and what went wrong.
package findtherace;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A test of counters. */
public final class TallyTest {

    private record Look(int added, int count) {}

    public void examine(Tally tally) {
        try {
            CompletableFuture<Look> look = later(() -> look(tally));
            CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> tally.add(2));
            require(look.join().added <= look.join().count, "a history ahead of the count");
            adding.join();

            int[] got = {0, 0};
            CompletableFuture<Integer> one = later(() -> tally.takeUpTo(2));
            CompletableFuture<Integer> other = later(() -> tally.takeUpTo(1));
            got[0] = one.join();
            got[1] = other.join();
            require(got[0] + got[1] == 2 && tally.count() == 0, "2 were there, and " + got[0] + " and " + got[1] + " were taken");

            CompletableFuture.allOf(CompletableFuture.runAsync(() -> tally.add(1)), CompletableFuture.runAsync(() -> tally.add(1))).join();
            require(tally.count() == 2 && tally.history().size() == 3, "two were added at once, and the count is " + tally.count());
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static Look look(Tally tally) {
        int added = tally.history().stream().mapToInt(n -> n).sum();
        return new Look(added, tally.count());
    }

    private static <T> CompletableFuture<T> later(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task);
    }

    private static void require(boolean promise, String otherwise) {
        if (!promise) {
            throw new AssertionError(otherwise);
        }
    }
}
