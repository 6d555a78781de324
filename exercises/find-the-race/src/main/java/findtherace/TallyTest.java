package findtherace;

/** A test of counters. It holds in front of every right one, and fails in some order of the steps in front of a broken one. */
public final class TallyTest {

    /**
     * Examines a new, empty counter.
     *
     * @throws AssertionError if it has broken a promise
     * @throws InterruptedException if interrupted while waiting for threads
     */
    public void examine(Tally tally) throws InterruptedException {
        // TODO One thread sees a counter as its author saw it. Let something happen at the same time, then look.
        tally.add(1);
        if (tally.count() != 1) {
            throw new AssertionError("1 was added, and the count is " + tally.count());
        }
    }
}
