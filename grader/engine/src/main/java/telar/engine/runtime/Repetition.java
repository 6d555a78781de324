package telar.engine.runtime;

import java.util.HashSet;
import java.util.Set;
import telar.engine.instrument.Sites;

/**
 * Tells a program that goes through the same steps for ever while time passes, such as one that looks and sleeps in turns, from one that is
 * only long.
 *
 * <p>A round is what happens between two moves of the clock; it begins where nobody could go on. A program that takes more steps than it may, and
 * whose rounds in the second half of them were many and hardly different from each other, is said to repeat itself, unless it looked
 * at the clock, which might have ended it.
 */
final class Repetition {
    /** Rounds that a program must have been through. */
    private static final int ROUNDS = 500;

    /** How many rounds may differ from each other. */
    private static final int DIFFERENT_ROUNDS = 16;

    private final Execution execution;
    private final Set<Long> different = new HashSet<>();
    private long round;
    private int rounds;
    private boolean looksAtTheClock;

    Repetition(Execution execution) {
        this.execution = execution;
    }

    void takesAStep(LogicalThread thread) {
        round = (round * 31 + thread.id) * 31 + thread.site;
    }

    void clockMoves() {
        if (inTheSecondHalf()) {
            rounds++;
            if (different.size() <= DIFFERENT_ROUNDS) {
                different.add(round);
            }
        }
        round = 0;
    }

    /** A thread reads the clock; only what the program's own code asks for counts, not what the JDK asks in a timed wait. */
    void readsTheClock(LogicalThread thread) {
        if (inTheSecondHalf() && thread.site >= 0) {
            String callee = Sites.get(thread.site).callee();
            looksAtTheClock |= callee.startsWith("System.") || callee.endsWith(".now");
        }
    }

    private boolean inTheSecondHalf() {
        return execution.progress() > execution.maxSteps() / 2;
    }

    /** To be asked when the run has taken as many steps as it may. */
    boolean goesOnForEver() {
        return rounds >= ROUNDS && different.size() <= DIFFERENT_ROUNDS && !looksAtTheClock;
    }
}
