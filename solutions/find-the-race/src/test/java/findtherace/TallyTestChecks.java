package findtherace;

import static telar.wire.Expected.FAILURE;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import telar.check.Check;

/** Each broken counter counts only for a test that lets the right ones be. */
class TallyTestChecks {
    private final TallyTest test = new TallyTest();

    @Check(points = 14, property = BEHAVIOUR)
    void itHoldsInFrontOfACounterWithALock() throws InterruptedException {
        test.examine(new Counters.Locked());
    }

    @Check(points = 14, property = BEHAVIOUR)
    void itHoldsInFrontOfACounterWithoutLocks() throws InterruptedException {
        test.examine(new Counters.Swapping());
    }

    @Check(points = 12, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithALock")
    void itFindsAnUnguardedAdd() throws InterruptedException {
        test.examine(new Counters.UnguardedAdd());
    }

    @Check(points = 12, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsAnAddInTwoSteps() throws InterruptedException {
        test.examine(new Counters.TwoStepAdd());
    }

    @Check(points = 12, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithALock")
    void itFindsWhoAsksAndThenTakes() throws InterruptedException {
        test.examine(new Counters.AsksThenTakes());
    }

    @Check(points = 12, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithALock")
    void itFindsAHistoryThatIsAhead() throws InterruptedException {
        test.examine(new Counters.HistoryFirst());
    }

    @Check(points = 12, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithALock")
    void itFindsAnUnguardedLook() throws InterruptedException {
        test.examine(new Counters.UnguardedCount());
    }

    @Check(points = 12, property = LIVENESS, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsTwoLocksInTwoOrders() throws InterruptedException {
        test.examine(new Counters.TwoLocks());
    }
}
