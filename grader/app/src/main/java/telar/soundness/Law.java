package telar.soundness;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an exercise must obey before its hidden checks can be trusted. A law is a pure function of the evidence and the files. */
public enum Law {
    TWINS(
            1,
            "Both twins exist, no unexpected file, manifest and wording complete",
            evidence -> Stream.concat(TwinLaw.check(evidence.exercise()).stream(), WordsLaw.check(evidence).stream()).toList()),
    SKELETON_RUNS(2, "The skeleton compiles, holds a TODO, and its visible tests run", SkeletonLaws::runs),
    SKELETON_FAILS(3, "The skeleton does not pass", SkeletonLaws::fails),
    RIGHT_PASSES(4, "The reference gets full marks for several seeds, every accepted variant for one", RightLaws::pass),
    MUTANTS_DIE(5, "Every mutant compiles and is rejected by the check it names, with the diagnosis it names", MutantLaws::die),
    CHECKS_KILL(6, "Every hidden check is failed by at least one mutant", MutantLaws::checksKill),
    POINTS(7, "Points are whole and sum to 100", PointsLaw::check),
    SAME_API(8, "Skeleton, reference, variants and mutants have the same public API", ApiLaw::check),
    MUTATIONS_DIE(9, "Mutants made automatically are killed, or listed as equivalent with a reason", MutationLaw::check),
    WITHIN_BUDGET(10, "The reference finishes within a third of its budget", RightLaws::withinBudget);

    private final int number;
    private final String sentence;
    private final Function<Evidence, List<Violation>> check;

    Law(int number, String sentence, Function<Evidence, List<Violation>> check) {
        this.number = number;
        this.sentence = sentence;
        this.check = check;
    }

    /** Its number in the design. */
    public int number() {
        return number;
    }

    /** What it demands. */
    public String sentence() {
        return sentence;
    }

    /** Whether the evidence says anything about it. */
    boolean isExamined(Evidence evidence) {
        return this != MUTATIONS_DIE || evidence.automatic().isPresent();
    }

    /** How the exercise breaks it; empty when it does not. */
    public List<Violation> check(Evidence evidence) {
        return List.copyOf(check.apply(evidence));
    }
}
