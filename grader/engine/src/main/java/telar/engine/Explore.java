package telar.engine;

import telar.engine.search.Portfolio;

/**
 * Configures and runs one exploration. Options are counts, never times; equal options give equal results on any machine.
 * Not thread-safe; one exploration runs at a time in a JVM ({@link #run} waits for its turn).
 */
public final class Explore {
    private final Program program;
    private final Scenario scenario;
    private Time time = Time.IDEAL;
    private int schedules = 2_000;
    private int steps = 20_000;
    private long seed = 1;

    private Explore(Program program, Scenario scenario) {
        this.program = program;
        this.scenario = scenario;
    }

    public static Explore of(Program program, Scenario scenario) {
        return new Explore(program, scenario);
    }

    /** How sleepers wake; {@link Time#IDEAL} unless said otherwise. */
    public Explore time(Time time) {
        this.time = time;
        return this;
    }

    /** At most this many runs; 2,000 unless said otherwise. */
    public Explore schedules(int schedules) {
        this.schedules = schedules;
        return this;
    }

    /** At most this many steps in a run; 20,000 unless said otherwise. */
    public Explore steps(int steps) {
        this.steps = steps;
        return this;
    }

    /** The seed of the sampling phases and of every random number that the program draws; 1 unless said otherwise. */
    public Explore seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** Searches until a run fails, everything has been tried, or the budget is used up. */
    public Exploration run() {
        return portfolio().explore();
    }

    /** Makes the one run that the schedule describes. A schedule of another program ends in {@link Exploration.NotJudged}. */
    public Exploration replay(Schedule schedule) {
        return portfolio().replay(schedule);
    }

    private Portfolio portfolio() {
        return new Portfolio(program, scenario, time, schedules, steps, seed);
    }
}
