package telar.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints the table. Every figure comes from a JVM of its own, one after the other; compare figures of one run only, because they
 * depend on the machine and on what else it does.
 *
 * <p>Arguments: names of programs; all when there are none.
 */
public final class Bench {
    /** Schedules that each tool may use for one verdict. */
    static final int BUDGET = 2_000;

    private static final int COLD_STARTS = 5;

    private int stressFound;
    private int engineFound;
    private int lincheckFound;
    private final List<Double> ratios = new ArrayList<>();

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Bench().run(arguments.length == 0 ? Programs.ALL : List.of(arguments));
    }

    private void run(List<String> programs) throws IOException, InterruptedException {
        print("java %s, %d processors%n%n", System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        print("Schedules per second: the right version, warm. First failure: the wrong version in a cold JVM, schedules until the%n");
        print("report (those that explain it included) and time in it. Stress: plain runs, for as long as the engine took.%n%n");
        print("%-18s | %28s | %23s | %23s | %s%n", "", "schedules per second", "first failure: engine", "Lincheck", "stress, same time");
        print("%-18s | %9s %9s %8s | %9s %13s | %9s %13s |%n", "", "engine", "Lincheck", "ratio", "schedules", "ms", "schedules", "ms");
        for (String program : programs) {
            compare(program);
        }
        print("%nfound: engine %d, Lincheck %d, stress %d of %d%n", engineFound, lincheckFound, stressFound, programs.size());
        if (!ratios.isEmpty()) {
            double logs = ratios.stream().mapToDouble(Math::log).average().orElse(0);
            print("schedules per second, engine to Lincheck: %.1f to 1 (geometric mean of %d)%n", Math.exp(logs), ratios.size());
        }
        alone();
    }

    private void compare(String program) throws IOException, InterruptedException {
        Optional<Figures> engine = ChildJvm.run(ChildJvm.SMALL, EngineChild.class, "first", program).figures();
        Optional<Figures> lincheck = ChildJvm.run(ChildJvm.PLAIN, LincheckChild.class, "first", program).figures();
        double time = engine.map(f -> f.number("ms")).orElse(1_000.0);
        Optional<Figures> stress =
                ChildJvm.run(ChildJvm.PLAIN, StressChild.class, program, String.valueOf(time)).figures();
        double engineRate = rate(EngineChild.class, program, "right");
        double lincheckRate = rate(LincheckChild.class, program, "right");
        engineFound += found(engine);
        lincheckFound += found(lincheck);
        stressFound += found(stress);
        if (engineRate > 0 && lincheckRate > 0) {
            ratios.add(engineRate / lincheckRate);
        }
        print(
                "%-18s | %9s %9s %8s | %s | %s | %s%n",
                program,
                number(engineRate),
                number(lincheckRate),
                engineRate > 0 && lincheckRate > 0 ? String.format(Locale.ROOT, "%.1f", engineRate / lincheckRate) : "-",
                failure(engine),
                failure(lincheck),
                stress.map(f -> (f.is("found") ? "found" : "missed") + " in " + number(f.number("schedules")) + " runs").orElse("-"));
    }

    /** What is said of the engine alone. */
    private void alone() throws IOException, InterruptedException {
        print("%nThe engine alone%n");
        print("%-58s %9s schedules per second%n", "synchronized counter, 2 threads x 3, warm", number(rate(EngineChild.class, "Exhausted", "monitorTwiceThree")));
        print("%-58s %9s schedules per second%n", "synchronized counter, 2 threads x 8, warm", number(rate(EngineChild.class, "Exhausted", "monitorTwiceEight")));
        exhaust("ReentrantLock counter, 2 threads x 3", "Exhausted", "lockTwiceThree");
        exhaust("Semaphore(2), 3 threads", "OnePermitTooMany", "right");
        exhaust("pool of 2, 3 futures", "Exhausted", "poolOfTwo");
        List<Double> cold = new ArrayList<>();
        for (int i = 0; i < COLD_STARTS; i++) {
            cold.add(ChildJvm.run(ChildJvm.SMALL, EngineChild.class, "first", "LostUpdate").millis());
        }
        Collections.sort(cold);
        print("%-58s %9s ms, best %s%n", "cold JVM to the end after its first failing verdict, median", number(cold.get(COLD_STARTS / 2)), number(cold.get(0)));
        Optional<Figures> memory = ChildJvm.run(ChildJvm.SMALL, EngineChild.class, "memory").figures();
        if (memory.isPresent() && memory.get().number("after2") > 0) {
            print("%-58s %9s MB, after 10,000 %s MB%n", "resident memory after 2,000 schedules", number(memory.get().number("after2")), number(memory.get().number("after10")));
        }
    }

    private void exhaust(String words, String program, String method) throws IOException, InterruptedException {
        Optional<Figures> seen = ChildJvm.run(ChildJvm.PLAIN, EngineChild.class, "exhaust", program, method).figures();
        print(
                "%-58s %9s schedules, %s, %s ms warm%n",
                words,
                seen.map(f -> number(f.number("schedules"))).orElse("-"),
                seen.map(f -> f.is("all") ? "all" : "not all").orElse("-"),
                seen.map(f -> String.format(Locale.ROOT, "%.1f", f.number("ms"))).orElse("-"));
    }

    /** Schedules per second, or 0 if the tool gave no figure. */
    private static double rate(Class<?> child, String program, String method) throws IOException, InterruptedException {
        return ChildJvm.run(ChildJvm.PLAIN, child, "rate", program, method).figures().map(f -> f.number("rate")).orElse(0.0);
    }

    private static int found(Optional<Figures> figures) {
        return figures.isPresent() && figures.get().is("found") ? 1 : 0;
    }

    private static String failure(Optional<Figures> figures) {
        if (figures.isEmpty()) {
            return String.format("%9s %13s", "-", "no figure");
        }
        Figures f = figures.get();
        return String.format(
                "%9s %13s", number(f.number("schedules")), (f.is("found") ? "" : "missed, ") + number(f.number("ms")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static void print(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format, arguments);
        System.out.flush();
    }
}
