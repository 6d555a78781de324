package telar.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import telar.engine.Exploration;
import telar.engine.Explore;
import telar.engine.Program;
import telar.engine.Scenario;

/** Runs programs in the engine: {@code first <program>}, {@code rate <program> <method>}, {@code exhaust <program> <method>} or {@code memory}. */
public final class EngineChild {
    private static final Program CLASSES =
            new Program(
                    EngineChild.class.getClassLoader(), name -> name.startsWith(Programs.PACKAGE), EngineChild::bytes);

    private EngineChild() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "first" -> first(arguments[1]);
            case "rate" -> rate(arguments[1], arguments[2]);
            case "exhaust" -> exhaust(arguments[1], arguments[2]);
            case "memory" -> memory();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private static Exploration explore(String program, String method, int schedules) {
        return Explore.of(CLASSES, Scenario.of(Programs.PACKAGE + program, method)).schedules(schedules).run();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = EngineChild.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void first(String program) {
        long start = System.nanoTime();
        Exploration found = explore(program, "wrong", Bench.BUDGET);
        new Figures()
                .with("found", found.failed())
                .with("schedules", found.schedules())
                .with("ms", Figures.millisSince(start))
                .print();
    }

    private static void rate(String program, String method) {
        new Rate(() -> {
                    Exploration passed = explore(program, method, Bench.BUDGET);
                    if (!passed.passed()) {
                        throw new IllegalStateException(program + " must pass: " + passed);
                    }
                    return passed.schedules();
                })
                .measure()
                .print();
    }

    private static void exhaust(String program, String method) {
        Exploration seen = null;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 20; i++) { // warm
            long start = System.nanoTime();
            seen = explore(program, method, Bench.BUDGET);
            best = Math.min(best, Figures.millisSince(start));
        }
        new Figures()
                .with("all", seen.strength().kind() == telar.engine.Strength.Kind.ALL)
                .with("schedules", seen.schedules())
                .with("ms", best)
                .print();
    }

    /** Explorations of 2,000 schedules each. */
    private static void memory() {
        Figures figures = new Figures();
        for (int thousands = 2; thousands <= 10; thousands += 2) {
            explore("Exhausted", "monitorTwiceEight", 2_000);
            figures.with("after" + thousands, Figures.residentMegabytes());
        }
        figures.print();
    }
}
