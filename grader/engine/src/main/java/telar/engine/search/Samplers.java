package telar.engine.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import telar.engine.Schedule;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Execution;
import telar.engine.runtime.LogicalThread;

/** Choosers that look at one schedule without a plan for the next. Each is deterministic in its seed. */
final class Samplers {
    private Samplers() {}

    /** Goes on while it can, then in turn: fair, because a thread that only spins gives way. */
    static Execution.FairChooser fair() {
        return Chooser::inTurn;
    }

    /** Threads keep in step, see {@link #stepInTurn}. */
    static Execution.FairChooser inStep() {
        return Samplers::stepInTurn;
    }

    /**
     * The first thread goes on until it waits, so that those it starts begin together; these take one step each in turn. Fair,
     * and the schedule under which threads that do the same meet again and again.
     */
    private static int stepInTurn(Execution execution, LogicalThread current, List<LogicalThread> enabled, boolean yielding) {
        return Chooser.inTurn(execution, current, enabled, yielding || current.id() != 0);
    }

    /** Repeats a recorded schedule, then goes in turn, or in step where the options say so. */
    static Chooser replay(Schedule schedule, boolean inStep) {
        return new Execution.FairChooser() {
            @Override
            public int choose(Execution execution, LogicalThread current, List<LogicalThread> enabled, boolean yielding) {
                int index = execution.steps().size();
                if (index >= schedule.length()) {
                    return inStep
                            ? stepInTurn(execution, current, enabled, yielding)
                            : Chooser.inTurn(execution, current, enabled, yielding);
                }
                int planned = schedule.thread(index);
                return enabled.stream().anyMatch(t -> t.id() == planned) ? planned : DIVERGED;
            }

            @Override
            public boolean wantsForcedChoices() {
                return true;
            }
        };
    }

    /** Anyone, with equal chances. */
    static Chooser random(long seed) {
        Random random = new Random(seed);
        return (execution, current, enabled, yielding) -> enabled.get(random.nextInt(enabled.size())).id();
    }

    /** Lets threads run up to their first synchronisation, until all stand there: then anyone. */
    static Chooser gather(long seed) {
        Random random = new Random(seed);
        return (execution, current, enabled, yielding) -> {
            List<LogicalThread> free = enabled.stream().filter(t -> !t.aboutToSynchronise()).toList();
            List<LogicalThread> from = free.isEmpty() ? enabled : free;
            return from.get(random.nextInt(from.size())).id();
        };
    }

    /** The same choices, with threads that are outside taking part as early as they can. */
    static Chooser early(Chooser chooser) {
        return new Chooser() {
            @Override
            public int choose(Execution execution, LogicalThread current, List<LogicalThread> enabled, boolean yielding) {
                return chooser.choose(execution, current, enabled, yielding);
            }

            @Override
            public boolean letsInEarly() {
                return true;
            }

            @Override
            public boolean wantsForcedChoices() {
                return chooser.wantsForcedChoices();
            }
        };
    }

    /**
     * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, 2010): random priorities, lowered at
     * {@code depth - 1} random steps.
     */
    static Chooser pct(long seed, int depth, int expectedSteps) {
        Random random = new Random(seed);
        Map<Integer, Integer> priorities = new HashMap<>();
        Set<Integer> changes = new HashSet<>();
        for (int i = 1; i < depth; i++) {
            changes.add(random.nextInt(Math.max(1, expectedSteps)));
        }
        int[] lowest = {0};
        return (execution, current, enabled, yielding) -> {
            for (LogicalThread thread : enabled) {
                priorities.computeIfAbsent(thread.id(), id -> 1 + random.nextInt(1 << 20));
            }
            LogicalThread best = highest(enabled, priorities);
            if (changes.remove(execution.steps().size())) {
                priorities.put(best.id(), --lowest[0]);
                best = highest(enabled, priorities);
            }
            if (yielding && best == current && enabled.size() > 1) {
                priorities.put(best.id(), --lowest[0]);
                best = highest(enabled, priorities);
            }
            return best.id();
        };
    }

    private static LogicalThread highest(List<LogicalThread> enabled, Map<Integer, Integer> priorities) {
        LogicalThread best = null;
        for (LogicalThread thread : enabled) {
            if (best == null || priorities.get(thread.id()) > priorities.get(best.id())) {
                best = thread;
            }
        }
        return best;
    }

    /**
     * Partial order sampling (Yuan, Yang, Gu, 2018): a random priority for every pending step, drawn again for steps in conflict
     * with the one taken.
     */
    static Chooser partialOrder(long seed) {
        Random random = new Random(seed);
        Map<Integer, Double> priorities = new HashMap<>();
        return (execution, current, enabled, yielding) -> {
            LogicalThread best = null;
            for (LogicalThread thread : enabled) {
                priorities.computeIfAbsent(thread.id(), id -> random.nextDouble());
                if (best == null || priorities.get(thread.id()) > priorities.get(best.id())) {
                    best = thread;
                }
            }
            for (LogicalThread other : execution.threads()) {
                if (other != best
                        && other.pending() != null
                        && other.pending() == best.pending()
                        && (other.pendingWrite() || best.pendingWrite())) {
                    priorities.remove(other.id());
                }
            }
            priorities.remove(best.id());
            return best.id();
        };
    }

    /**
     * Holds back a thread that is about to overwrite what it read last, or to take a lock again that it gave back last, until nobody
     * else can go on: others get between.
     *
     * @param random whether to choose among the others at random rather than in turn
     */
    static Chooser holdBack(long seed, boolean random) {
        Random draws = new Random(seed);
        return (execution, current, enabled, yielding) -> {
            List<LogicalThread> free = new ArrayList<>();
            for (LogicalThread thread : enabled) {
                if (!thread.aboutToOverwriteItsRead() && !(yielding && thread == current)) {
                    free.add(thread);
                }
            }
            List<LogicalThread> from = free.isEmpty() ? enabled : free;
            return random
                    ? from.get(draws.nextInt(from.size())).id()
                    : Chooser.inTurn(execution, current, from, yielding);
        };
    }
}
