package telar.engine.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import telar.engine.Failure;
import telar.engine.Failure.Trait;
import telar.engine.Schedule;
import telar.engine.runtime.Ending;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Options;
import telar.engine.runtime.Step;

/** A run that broke the program, and how it was made. */
record Broken(Execution execution, Options options, Failure failure) {
    private static final int BEGINNING_OF_A_FAIR_RUN = 1_000;

    /**
     * Empty if the run did not break the program.
     *
     * @param circumstances traits of a data race found in it
     */
    static Optional<Broken> of(Execution execution, Options options, Set<Trait> circumstances) {
        List<String> races = execution.races();
        if (!races.isEmpty()) {
            String message = races.get(0) + (races.size() > 1 ? " (and " + (races.size() - 1) + " more)" : "");
            if (execution.ending() instanceof Ending.Failed failed) {
                message += "\nand then: " + failed.failure().message();
            }
            return Optional.of(
                    new Broken(
                            execution,
                            options,
                            new Failure(Failure.Kind.DATA_RACE, circumstances, message, Optional.empty())));
        }
        if (execution.ending() instanceof Ending.Failed failed) {
            return Optional.of(new Broken(execution, options, failed.failure()));
        }
        return Optional.empty();
    }

    boolean isADataRace() {
        return failure.kind() == Failure.Kind.DATA_RACE;
    }

    /** Whether the run took more steps than its options allow, as only a fair one may. */
    boolean longerThanOthersMayBe() {
        return execution.steps().size() > options.maxSteps();
    }

    /** What repeats the run. */
    Schedule schedule() {
        long length = execution.steps().size();
        if (options.inStep() && failure.kind() == Failure.Kind.NO_PROGRESS) {
            length = 0; // the option says it all
        } else if (longerThanOthersMayBe()) {
            length = BEGINNING_OF_A_FAIR_RUN; // what follows the end of a schedule is fair
        }
        return new Schedule(options.text(), execution.steps().stream().limit(length).mapToInt(Step::thread).toArray());
    }

    /** How often a thread that could go on had to let another one do so. */
    int preemptions() {
        int count = 0;
        for (Step step : execution.steps()) {
            if (step.previousEnabled() && step.thread() != step.previous()) {
                count++;
            }
        }
        return count;
    }

    /** Whether another run broke the program in the same way. */
    boolean failsLike(Broken other) {
        return failure.kind() == other.failure.kind()
                && failure.traits().equals(other.failure.traits())
                && failure.error().map(Object::getClass).equals(other.failure.error().map(Object::getClass));
    }
}
