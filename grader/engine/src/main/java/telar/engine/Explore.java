package telar.engine;

import java.io.Serializable;
import telar.engine.scenario.BodyAsScenario;
import telar.engine.scenario.ControlledClasses;
import telar.engine.search.Portfolio;

/**
 * Configures and runs one exploration. Options are counts, never times; equal options give equal results on any machine.
 * Not thread-safe; one exploration runs at a time in a JVM ({@link #run} waits for its turn).
 */
public final class Explore {
    /** So many runs unless said otherwise. */
    public static final int SCHEDULES = 2_000;

    /** So many steps in a run unless said otherwise. */
    public static final int STEPS = 20_000;

    /** The seed unless said otherwise. */
    public static final long SEED = 1;

    private final Program program;
    private final Scenario scenario;
    private Time time = Time.IDEAL;
    private int schedules = SCHEDULES;
    private int steps = STEPS;
    private long seed = SEED;

    /** A small concurrent program: makes its objects, starts its threads, asserts what must hold. */
    @FunctionalInterface
    public interface Body extends Serializable {
        void run() throws Exception;
    }

    private Explore(Program program, Scenario scenario) {
        this.program = program;
        this.scenario = scenario;
    }

    public static Explore of(Program program, Scenario scenario) {
        return new Explore(program, scenario);
    }

    /**
     * An exploration of a body, from any {@code main} or test. The engine loads the body's class again, and with it every class that
     * the class loader finds in a folder rather than in a jar, and calls the body there, once a run. So the body must make what it
     * works on; of what lies outside it may use numbers, booleans, characters and strings.
     *
     * @throws IllegalArgumentException if it uses anything else from outside, or its class does not lie in a folder
     */
    public static Explore body(Body body) {
        Scenario scenario = BodyAsScenario.of(body);
        ControlledClasses classes = ControlledClasses.notInJars(body.getClass().getClassLoader());
        if (!classes.contains(scenario.className())) {
            throw new IllegalArgumentException(
                    scenario.className() + " does not lie in a folder of the class path: the engine controls only classes that do."
                            + " Say which it is to control with Explore.of(program, scenario)");
        }
        return of(classes.program(), scenario);
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

    /**
     * At most this many steps in a run; 20,000 unless said otherwise. A run under a fair schedule, which tells how long the program is, may
     * take ten times as many, 200,000 at most; where it takes more than half of this number, the others may take twice as many as it.
     */
    public Explore steps(int steps) {
        this.steps = steps;
        return this;
    }

    /** The seed of the sampling phases and of every random number that the program draws; 1 unless said otherwise. */
    public Explore seed(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * Searches until a run fails, everything has been tried, or the budget is used up.
     *
     * @throws IllegalStateException if the JVM was started without what the engine needs; the message says what that is
     */
    public Exploration run() {
        return portfolio().explore();
    }

    /** Makes the one run that the schedule describes. A schedule of another program ends in {@link Exploration.NotJudged}. */
    public Exploration replay(Schedule schedule) {
        return portfolio().replay(schedule);
    }

    private Portfolio portfolio() {
        Module here = Explore.class.getModule();
        if (!Object.class.getModule().isOpen("java.lang", here)) {
            throw new IllegalStateException(
                    "Telar's engine needs the JVM to be started with --add-opens java.base/java.lang="
                            + (here.isNamed() ? here.getName() : "ALL-UNNAMED")
                            + " (Maven: <argLine> of maven-surefire-plugin; Gradle: jvmArgs of the test task; an IDE: VM options)");
        }
        return new Portfolio(program, scenario, time, schedules, steps, seed);
    }
}
