// Wrong: it locks the counter itself, to read history and count in one moment: only some counters are guarded by that lock.
package findtherace;

import java.util.List;

/** A test of counters. It holds in front of every right one, and fails in some order of the steps in front of a broken one. */
public final class TallyTest {

    /**
     * Examines a new, empty counter.
     *
     * @throws AssertionError if it has broken a promise
     * @throws InterruptedException if interrupted while waiting for threads
     */
    public void examine(Tally tally) throws InterruptedException {
        addsAtTheSameTime(tally);
        looksWhileSomebodyAdds(tally);
        takesAtTheSameTime(tally);
    }

    /** Two add; then nothing is lost, neither of the count nor of the history. Leaves 3. */
    private static void addsAtTheSameTime(Tally tally) throws InterruptedException {
        together(() -> tally.add(1), () -> tally.add(2));

        demand(tally.count() == 3, "1 and 2 were added, and the count is " + tally.count());
        List<Integer> history = tally.history();
        demand(
                history.equals(List.of(1, 2)) || history.equals(List.of(2, 1)),
                "1 and 2 were added, and the history is " + history);
    }

    /** One adds while another looks: what is in the history has happened, so it is in the count. Leaves 7. */
    private static void looksWhileSomebodyAdds(Tally tally) throws InterruptedException {
        int[] seen = new int[2]; // written by one thread only, and read after the join
        List<Integer> before = tally.history();
        together(
                () -> tally.add(4),
                () -> {
                    synchronized (tally) {
                        seen[0] = tally.history().size();
                        seen[1] = tally.count();
                    }
                });

        demand(before.size() == 2, "a history of 2 was changed afterwards: " + before);
        demand(seen[1] == 3 || seen[1] == 7, "while 4 was added to 3, the count was " + seen[1]);
        demand((seen[0] == 3) == (seen[1] == 7), "4 was in the history, and afterwards not in the count of " + seen[1]);
    }

    /** Two want 5 each, and there are 7: together they get 7, and nothing is left. */
    private static void takesAtTheSameTime(Tally tally) throws InterruptedException {
        int[] taken = new int[2]; // each thread has a place of its own
        together(() -> taken[0] = tally.takeUpTo(5), () -> taken[1] = tally.takeUpTo(5));

        demand(taken[0] + taken[1] == 7, "7 were there, and " + taken[0] + " and " + taken[1] + " were taken");
        demand(tally.count() == 0, "everything was taken, and the count is " + tally.count());
    }

    private static void together(Runnable one, Runnable other) throws InterruptedException {
        Thread first = new Thread(one);
        Thread second = new Thread(other);
        first.start();
        second.start();
        first.join();
        second.join();
    }

    private static void demand(boolean promise, String otherwise) {
        if (!promise) {
            throw new AssertionError(otherwise);
        }
    }
}
