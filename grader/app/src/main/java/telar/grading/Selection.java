package telar.grading;

import java.util.List;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;

/**
 * Which of an exercise's checks run, in which order. A submission of a student always gets {@link #ALL}.
 *
 * @param ids the checks in their order; empty for all of them
 * @param untilOneFails whether the first that fails is the last that runs
 */
public record Selection(List<String> ids, boolean untilOneFails) {

    /** Every check, as the exercise declares them. */
    public static final Selection ALL = new Selection(List.of(), false);

    public Selection {
        ids = List.copyOf(ids);
    }

    public static Selection of(String id) {
        return new Selection(List.of(id), false);
    }

    public static Selection untilOneFails(List<String> ids) {
        return new Selection(ids, true);
    }

    /**
     * What runs one after the other; what is together runs in one plan.
     *
     * @throws KitException if the exercise has no such check
     */
    List<List<Check>> batches(Exercise exercise, List<Check> checks) {
        List<Check> selected = ids.isEmpty() ? checks : ids.stream().map(id -> find(id, exercise, checks)).toList();
        return untilOneFails ? selected.stream().map(List::of).toList() : List.of(selected);
    }

    private static Check find(String id, Exercise exercise, List<Check> checks) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new KitException(
                        exercise.slug() + " has no check \"" + id + "\". It has: "
                                + String.join(", ", checks.stream().map(Check::id).toList())));
    }

    boolean isSettledBy(List<CheckResult> results) {
        return untilOneFails && results.stream().anyMatch(result -> result.verdict() instanceof Verdict.Failed);
    }
}
