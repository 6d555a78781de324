package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import telar.engine.search.TreeSearch.Mode;

/** How many interleavings a tiny program has, up to the order of unrelated steps, can be worked out by hand. */
class ExactCountsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "monitorTwiceThree, 20, 20", // which three of six blocks are the first thread's: C(6,3)
        "monitorThriceTwo, 90, 90", // 6! / (2! 2! 2!)
        "twoMonitors, 1, 1", // blocks on different monitors commute
        "lockTwiceTwo, 6, 8", // C(4,2)
        "lockTwiceThree, 20, 26", // C(6,3)
        "lockThriceOne, 6, 10", // 3!
        "twoLocks, 1, 1", // different locks commute
        "atomicTwiceThree, 20, 20", // C(6,3)
        "readersOnly, 1, 1", // reads commute
        "nothingShared, 1, 1",
        "oneWriteTwoReads, 3, 3", // the write comes before, between or after the reads
        "oneWriterTwoReaders, 4, 5", // each reader on its own comes before or after the write
        "threeWriters, 6, 6", // 3!
        "twoWritersOneReader, 6, 6", // 3!: the reader tells the writes apart
        "storeBuffering, 3, 4", // each read before or after the other's write, but not both before
        "loadBuffering, 3, 4", // each read before or after the other's write, but not both after
        "messagePassing, 3, 4", // each read before or after its write, but not only the flag's after
        "claims, 2, 2", // who comes first
        "oppositeLocks, 3, 6", // one first, the other first, or a deadlock
        "oneSeat, 1, 2", // put and take alternate
        "onePermit, 2, 3", // who comes first
        "latchOfTwo, 2, 3", // who counts down first
    })
    void provesThatThereAreExactly(String method, int traces, int mostRuns) {
        Walks.Seen seen = Walks.tiny(Mode.SOURCE_DPOR, 0, method, 2_000);
        assertThat(seen.finished()).isTrue();
        assertThat(seen.traces()).hasSize(traces);
        assertThat(seen.schedules() + seen.redundant()).as("runs needed to see them").isLessThanOrEqualTo(mostRuns);
    }
}
