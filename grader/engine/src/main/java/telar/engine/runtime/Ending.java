package telar.engine.runtime;

import telar.engine.Failure;

/** How an execution ended. */
public sealed interface Ending {
    /** Every thread that counts has ended, and nothing broke. */
    record Completed() implements Ending {}

    record Failed(Failure failure) implements Ending {}

    /** Nothing new could come of it; the search cut it off. */
    record Redundant() implements Ending {}

    /** The chooser's plan did not fit. */
    record Diverged() implements Ending {}

    /** More steps than allowed under a schedule that need not be fair: says nothing. */
    record Cut() implements Ending {}

    /** The engine could not honour something. */
    record Unjudged(String reason) implements Ending {}
}
