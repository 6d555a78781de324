package telar.engine;

/**
 * A run that broke the program: replayable, readable, with the fewest preemptions found.
 *
 * @param schedule replays the run
 * @param failure what broke
 * @param interleaving what happened, step by step
 */
public record Counterexample(Schedule schedule, Failure failure, Interleaving interleaving) {}
