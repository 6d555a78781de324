package findtherace;

import static telar.check.Checks.assertThat;
import static telar.check.Checks.threads;
import static telar.wire.Expected.FAILURE;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.ADVERSARIAL;

import telar.check.Check;

/**
 * Each broken counter counts only for a test that lets both right ones be: they need the second of these, which needs the first. That alone
 * is worth next to nothing, since a test that looks at nothing can do it.
 */
class TallyTestChecks {
    private final TallyTest test = new TallyTest();

    @Check(points = 2, property = BEHAVIOUR, time = ADVERSARIAL)
    void itHoldsInFrontOfACounterWithALock() throws InterruptedException {
        test.examine(new Counters.Locked());
    }

    @Check(points = 2, property = BEHAVIOUR, needs = "itHoldsInFrontOfACounterWithALock")
    void itHoldsInFrontOfACounterWithoutLocks() throws InterruptedException {
        test.examine(new Counters.Swapping());
        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 16, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsAnUnguardedAdd() throws InterruptedException {
        test.examine(new Counters.UnguardedAdd());
    }

    @Check(points = 16, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsAnAddInTwoSteps() throws InterruptedException {
        test.examine(new Counters.TwoStepAdd());
    }

    @Check(points = 16, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsWhoAsksAndThenTakes() throws InterruptedException {
        test.examine(new Counters.AsksThenTakes());
    }

    @Check(points = 16, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsAHistoryThatIsAhead() throws InterruptedException {
        test.examine(new Counters.HistoryFirst());
    }

    @Check(points = 16, property = SAFETY, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsAnUnguardedLook() throws InterruptedException {
        test.examine(new Counters.UnguardedCount());
    }

    @Check(points = 16, property = LIVENESS, expects = FAILURE, needs = "itHoldsInFrontOfACounterWithoutLocks")
    void itFindsTwoLocksInTwoOrders() throws InterruptedException {
        test.examine(new Counters.TwoLocks());
    }
}
