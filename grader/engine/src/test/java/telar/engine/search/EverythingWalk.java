package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Execution;
import telar.engine.runtime.LogicalThread;
import telar.engine.runtime.Step;

/**
 * Tries every choice at every scheduling point, within a number of preemptions, depth first. It shares no code with
 * {@link TreeSearch}, whose oracle it is.
 */
final class EverythingWalk implements Walks.Walk {
    private final int bound;
    private final boolean beginAtOnce;
    private final List<Choice> path = new ArrayList<>();
    private boolean complete;

    /** One choice: who was chosen, who is still to be tried, how many preemptions had been made before. */
    private static final class Choice {
        int chosen;
        boolean beginning;
        int preemptions;
        final Deque<Integer> untried = new ArrayDeque<>();
    }

    /**
     * @param bound at most this many preemptions
     * @param beginAtOnce whether a thread that was just started runs to its first scheduling point at once, without alternatives
     *     where that step touches nothing, as it then commutes with all others. It may cost a preemption, so this goes with an
     *     unlimited bound only
     */
    EverythingWalk(int bound, boolean beginAtOnce) {
        this.bound = bound;
        this.beginAtOnce = beginAtOnce;
    }

    @Override
    public Chooser next() {
        return new Chooser() {
            @Override
            public int choose(Execution execution, LogicalThread current, List<LogicalThread> enabled, boolean yielding) {
                int index = execution.steps().size() - 1; // the first step is nobody's choice
                if (index < path.size()) {
                    return path.get(index).chosen;
                }
                Choice choice = new Choice();
                choice.chosen = Chooser.inTurn(execution, current, enabled, yielding);
                for (LogicalThread thread : enabled) {
                    if (beginAtOnce && !choice.beginning && hasNotBegun(execution, thread)) {
                        choice.beginning = true;
                        choice.chosen = thread.id();
                    }
                }
                for (LogicalThread thread : enabled) {
                    if (thread.id() != choice.chosen) {
                        choice.untried.add(thread.id());
                    }
                }
                path.add(choice);
                return choice.chosen;
            }

            @Override
            public boolean wantsForcedChoices() {
                return true;
            }
        };
    }

    private static boolean hasNotBegun(Execution execution, LogicalThread thread) {
        return execution.steps().stream().noneMatch(step -> step.thread() == thread.id());
    }

    @Override
    public boolean learn(Execution execution, boolean redundant) {
        List<Step> steps = execution.steps();
        assertThat(steps).hasSize(path.size() + 1);
        for (int i = 0; i < path.size(); i++) {
            Choice choice = path.get(i);
            if (choice.beginning && steps.get(i + 1).accesses() == 0) {
                choice.untried.clear();
            }
            choice.beginning = false;
            choice.preemptions = preemptionsBefore(i) + (preempts(steps.get(i + 1), choice.chosen) ? 1 : 0);
        }
        while (!path.isEmpty()) {
            int last = path.size() - 1;
            Choice choice = path.get(last);
            while (!choice.untried.isEmpty()) {
                choice.chosen = choice.untried.poll();
                if (preemptionsBefore(last) + (preempts(steps.get(last + 1), choice.chosen) ? 1 : 0) <= bound) {
                    return true;
                }
            }
            path.remove(last);
        }
        complete = true;
        return false;
    }

    private int preemptionsBefore(int index) {
        return index == 0 ? 0 : path.get(index - 1).preemptions;
    }

    private static boolean preempts(Step step, int chosen) {
        return step.previousEnabled() && step.previous() != chosen;
    }

    @Override
    public boolean complete() {
        return complete;
    }
}
