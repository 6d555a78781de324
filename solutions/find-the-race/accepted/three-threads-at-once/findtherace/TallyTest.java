// Right: two add while a third one looks; what it saw is demanded in its own thread.
package findtherace;

import java.util.List;

/** A test of counters. */
public final class TallyTest {

    public void examine(Tally tally) throws InterruptedException {
        tally.add(4);
        int[] got = new int[3];
        List<Thread> threads =
                List.of(
                        new Thread(() -> got[0] = tally.takeUpTo(4)),
                        new Thread(() -> got[1] = tally.takeUpTo(4)));
        run(threads);
        require(got[0] + got[1] == 4);
        require(tally.count() == 0);
        run(List.of(new Thread(() -> tally.add(1)), new Thread(() -> tally.add(1)), new Thread(() -> look(tally))));
        require(tally.count() == 2);
        require(tally.history().equals(List.of(4, 1, 1)));
    }

    private static void look(Tally tally) {
        int added = tally.history().stream().mapToInt(Integer::intValue).sum();
        int there = tally.count();
        require(there >= added - 4);
    }

    private static void run(List<Thread> threads) throws InterruptedException {
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void require(boolean promise) {
        if (!promise) {
            throw new AssertionError();
        }
    }
}
