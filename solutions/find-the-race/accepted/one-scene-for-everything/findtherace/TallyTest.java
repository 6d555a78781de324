// Right: two threads that each do several things, behind a gate; one account at the end.
package findtherace;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A test of counters. */
public final class TallyTest {

    public void examine(Tally tally) throws InterruptedException {
        tally.add(2);
        CountDownLatch gate = new CountDownLatch(1);
        Visitor busy = new Visitor(tally, gate) {
            @Override
            void visit() {
                tally.add(3);
                taken = tally.takeUpTo(4);
            }
        };
        Visitor curious = new Visitor(tally, gate) {
            @Override
            void visit() {
                List<Integer> history = tally.history();
                int count = tally.count();
                // With the 3 there are 5, or 1 when the other one has taken its 4 already.
                if (history.contains(3) && count != 5 && count != 1) {
                    throw new AssertionError("history " + history + ", and then a count of " + count);
                }
                taken = tally.takeUpTo(4);
            }
        };
        busy.start();
        curious.start();
        gate.countDown();
        busy.join();
        curious.join();

        int left = tally.count();
        if (left < 0 || busy.taken + curious.taken + left != 5 || !tally.history().equals(List.of(2, 3))) {
            throw new AssertionError("2 and 3 were added, " + busy.taken + " and " + curious.taken + " taken, " + left + " are left");
        }
    }

    /** Its field is read when it has ended. */
    private abstract static class Visitor extends Thread {
        final Tally tally;
        private final CountDownLatch gate;
        int taken;

        Visitor(Tally tally, CountDownLatch gate) {
            this.tally = tally;
            this.gate = gate;
        }

        abstract void visit();

        @Override
        public void run() {
            try {
                gate.await();
                visit();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
