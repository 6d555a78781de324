package telar.run;

import java.time.Duration;
import telar.wire.Observation;

/** What became of one planned check in the child JVM; facts only. */
public sealed interface Outcome {
    /** It ran, and the child told what it saw. */
    record Observed(Observation observation, String jdk) implements Outcome {}

    /** The JVM died while it ran. */
    record Died(String how) implements Outcome {}

    /** The JVM said something that no honest child says, after submitted classes may have been loaded. */
    record Tampered(String how) implements Outcome {}

    /** It was still running when the wall-clock net caught it. */
    record Hung(Duration limit, String where) implements Outcome {}

    /** The JVM misjudged its canaries, before it loaded a submitted class. */
    record Unfit(String reason) implements Outcome {}

    /** No JVM could be started, or none got as far as its canaries. */
    record NotStarted(String reason) implements Outcome {}
}
