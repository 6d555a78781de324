package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import telar.engine.Exploration;
import telar.engine.Explore;
import telar.engine.Fixtures;
import telar.engine.Scenario;
import telar.engine.Strength;

/**
 * How many interleavings a tiny program has, up to the order of unrelated steps, can be worked out by hand: the comment says how. The
 * last number bounds the runs that the search may take to see them, redundant ones included.
 */
class ExactCountsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // Monitors. Blocks on one monitor are totally ordered, each thread's own in its order.
        "Tiny.monitorTwiceThree, 20, 20", // which three of six blocks are the first thread's: C(6,3)
        "Tiny.monitorThriceTwo, 90, 90", // 6! / (2! 2! 2!)
        "Counted.monitorFourOne, 24, 24", // 4!
        "Tiny.twoMonitors, 1, 1", // blocks on different monitors commute
        "Tiny.oppositeOrders, 3, 4", // one first, the other first, or a deadlock
        "Counted.monitorsInARing, 7, 18", // who is first at each of three monitors, 2^3, without the two cyclic answers; and a deadlock
        "Tiny.waitAndNotify, 2, 2", // the waiter comes first and is woken, or last and need not wait

        // ReentrantLock: as a monitor.
        "Tiny.lockTwiceTwo, 6, 8", // C(4,2)
        "Tiny.lockTwiceThree, 20, 26", // C(6,3)
        "Tiny.lockThriceOne, 6, 10", // 3!
        "Tiny.twoLocks, 1, 1", // different locks commute
        "Tiny.oppositeLocks, 3, 6", // one first, the other first, or a deadlock
        "Tiny.heldByTryLock, 4, 4", // one after the other, 2; or one in vain while the other holds it, 2
        "Tiny.condition, 2, 3", // the waiter comes first and is signalled, or last and need not wait

        // Read-write lock. Taking and returning it changes its state, so all such steps are ordered.
        "Counted.oneWriterOneReader, 2, 3", // who comes first
        "Counted.twoLockReaders, 6, 6", // four steps, two of them one's: C(4,2)
        "Tiny.readersAndWriter, 14, 19", // readers one after the other, 2, writer in 3 places; overlapping, 4, in 2: 2*3 + 4*2

        // Volatile fields: reads commute with each other.
        "Tiny.readersOnly, 1, 1",
        "Tiny.oneWriteTwoReads, 3, 3", // the write comes before, between or after the reads
        "Counted.twoWritesTwoReads, 6, 6", // C(4,2): two neighbours of a kind are one thread's
        "Tiny.oneWriterTwoReaders, 4, 5", // each reader on its own comes before or after the write
        "Tiny.threeWriters, 6, 6", // 3!
        "Tiny.twoWritersOneReader, 6, 6", // 3!: the reader tells the writes apart
        "Tiny.storeBuffering, 3, 4", // each read before or after the other's write, but not both before
        "Tiny.loadBuffering, 3, 4", // each read before or after the other's write, but not both after
        "Tiny.messagePassing, 3, 4", // each read before or after its write, but not only the flag's after
        "Counted.twoPairs, 4, 12", // two pairs that do not know of each other: 2 * 2

        // Atomics: an update is ordered against everything, a comparison that fails is a read.
        "Tiny.atomicTwiceThree, 20, 20", // C(6,3)
        "Counted.atomicTwoAndFour, 15, 15", // C(6,2)
        "Counted.atomicThriceTwo, 90, 90", // 6! / (2! 2! 2!)
        "Tiny.claims, 2, 2", // who comes first
        "Counted.threeClaims, 3, 3", // who comes first; the two that come late commute

        // Semaphores: acquiring and releasing change the number of permits, so all are ordered.
        "Tiny.onePermit, 2, 3", // who comes first
        "Counted.enoughPermits, 6, 6", // nobody ever waits: C(4,2)
        "Counted.twoPermitsThreeThreads, 54, 54", // 6! / (2! 2! 2!) without those in which all acquire before any releases, 3! * 3!

        "Counted.oneWaitsInVain, 2, 3", // who comes first; the other's time runs out

        // Latches and barriers.
        "Tiny.latchOfTwo, 2, 3", // who counts down first
        "Counted.latchOfThree, 6, 11", // 3!
        "Counted.barrierOfTwo, 2, 3", // who arrives last and lets both go

        // Queues: what is in them may not be fewer than none nor more than fit.
        "Tiny.oneSeat, 1, 2", // put and take alternate
        "Counted.twoSeatsThreeEach, 4, 5", // sequences of 3 up and 3 down between heights 0 and 2: 2^2
        "Counted.threeSeatsThreeEach, 5, 6", // the same below 3: the Catalan number of 3
        "Counted.linkedTwoEach, 2, 3", // the Catalan number of 2
        "Counted.twoProducersOneConsumer, 4, 5", // the Catalan number of 2, times who puts first

        // Threads and pools.
        "Tiny.nothingShared, 1, 1",
        "Counted.lockedNap, 2, 3", // who naps first: the other could have, although time passes before it gets its turn
        "Counted.joinBetweenReads, 2, 2", // the read before the join comes before or after the write, the other always after
        "Counted.joinThenWrite, 1, 1", // a join orders
        "Tiny.interrupt, 1, 2", // an interrupt before the wait and during it look the same
        "Counted.poolOfOne, 2, 12", // the task's update and the caller's
    })
    void provesThatThereAreExactly(String program, int traces, int mostRuns) {
        Walks.Seen seen = Walks.of(className(program), method(program)).reduced(2_000);
        assertThat(seen.finished()).isTrue();
        assertThat(seen.traces()).hasSize(traces);
        assertThat(seen.schedules() + seen.redundant()).as("runs needed to see them").isLessThanOrEqualTo(mostRuns);
    }

    /** Some of those are seen twice: the number that a reader is told counts them once. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Tiny.monitorTwiceThree, 20", "Tiny.oneWriterTwoReaders, 4", "Tiny.storeBuffering, 3", "Counted.poolOfOne, 2"})
    void saysHowManyThereAre(String program, int interleavings) {
        Exploration found = explore(program);
        assertThat(found.strength()).isEqualTo(Strength.of(Strength.Kind.ALL));
        assertThat(found.schedules()).isEqualTo(interleavings);
    }

    @Test
    void doesNotTakeADeadlockForAnInterleavingThatPasses() {
        assertThat(explore("Counted.monitorsInARing").failed()).isTrue();
    }

    private static Exploration explore(String program) {
        return Explore.of(Fixtures.program("tiny"), Scenario.of(className(program), method(program))).run();
    }

    private static String className(String program) {
        return "tiny." + program.substring(0, program.indexOf('.'));
    }

    private static String method(String program) {
        return program.substring(program.indexOf('.') + 1);
    }
}
