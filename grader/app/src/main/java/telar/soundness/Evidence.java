package telar.soundness;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.mutation.Mutation;
import telar.score.ExerciseGrade;
import telar.verdict.CheckResult;
import telar.wire.Diagnosis;

/**
 * Everything that was found out about one exercise by grading its programs: gathered once, read by all laws.
 *
 * @param exercise which
 * @param checks the visible tests and the hidden checks
 * @param skeleton what the student starts from
 * @param reference the staff's solution, once for each seed
 * @param accepted the other right ways
 * @param mutants the known wrong ways
 * @param underLoad right programs again, beside busy processors; empty unless asked for
 * @param automatic mutants that were made automatically; empty unless asked for
 */
public record Evidence(
        Exercise exercise,
        List<Check> checks,
        Trial skeleton,
        List<Trial> reference,
        List<Trial> accepted,
        List<Mutant> mutants,
        List<Trial> underLoad,
        Optional<List<Automatic>> automatic) {

    public Evidence {
        checks = List.copyOf(checks);
        reference = List.copyOf(reference);
        accepted = List.copyOf(accepted);
        mutants = List.copyOf(mutants);
        underLoad = List.copyOf(underLoad);
        automatic = automatic.map(List::copyOf);
    }

    /**
     * One program, graded once.
     *
     * @param name for a reader: {@code skeleton}, {@code reference}, {@code accepted/read-write-lock} …
     * @param folder where its sources are
     * @param seed of the run
     * @param grade what it got
     * @param api its public API, one line for each class, method and field; empty when it does not compile
     */
    public record Trial(String name, Path folder, long seed, ExerciseGrade grade, Set<String> api) {

        public Trial {
            api = Set.copyOf(api);
        }

        /** Whether it could run at all. */
        public boolean compiles() {
            return grade.problem().isEmpty()
                    && grade.results().stream().noneMatch(result -> diagnosis(result).equals(Optional.of(Diagnosis.COMPILE_ERROR)));
        }

        /** What became of the check of this id. */
        public Optional<CheckResult> result(String checkId) {
            return grade.results().stream().filter(result -> result.check().id().equals(checkId)).findFirst();
        }

        /** Results of the checks that the student does not see. */
        public Stream<CheckResult> hidden() {
            return grade.results().stream().filter(result -> !result.check().visible());
        }

        /** Results of the tests that the student sees. */
        public Stream<CheckResult> visible() {
            return grade.results().stream().filter(result -> result.check().visible());
        }
    }

    /**
     * A known wrong program.
     *
     * @param manifest what it says about itself
     * @param trial what it got
     */
    public record Mutant(MutantManifest manifest, Trial trial) {

        /** Whether the check it names failed, with the diagnosis it names. */
        public boolean killedAsItSays() {
            return trial.compiles()
                    && trial.result(manifest.killedBy()).flatMap(Evidence::diagnosis).equals(manifest.knownDiagnosis());
        }
    }

    /**
     * A mutant that an operator made of the reference; it compiles.
     *
     * @param mutation what was changed
     * @param killer the first hidden check that failed it; empty when it survived all of them
     */
    public record Automatic(Mutation mutation, Optional<CheckResult> killer) {}

    /** The checks that the student does not see. */
    public List<Check> hiddenChecks() {
        return checks.stream().filter(check -> !check.visible()).toList();
    }

    /** The tests that the student sees. */
    public List<Check> visibleChecks() {
        return checks.stream().filter(Check::visible).toList();
    }

    /** The reference and every accepted variant. */
    public Stream<Trial> rightPrograms() {
        return Stream.concat(reference.stream(), accepted.stream());
    }

    /** Every program once: the reference appears with its first seed only. */
    public Stream<Trial> programs() {
        return Stream.of(Stream.of(skeleton), reference.stream().limit(1), accepted.stream(), mutants.stream().map(Mutant::trial))
                .flatMap(trials -> trials);
    }

    /** What a failed result is called; empty for every other verdict. */
    static Optional<Diagnosis> diagnosis(CheckResult result) {
        return result.verdict() instanceof telar.verdict.Verdict.Failed failed ? Optional.of(failed.diagnosis()) : Optional.empty();
    }
}
