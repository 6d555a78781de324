package telar.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import telar.engine.Exploration;
import telar.engine.Exploration.Failed;
import telar.engine.Exploration.NotJudged;
import telar.engine.Explore;
import telar.engine.Failure.Kind;
import telar.engine.Preparation;
import telar.engine.Program;
import telar.engine.Scenario;

/**
 * Known programs that this JVM must judge rightly before anything it says counts: an engine that was switched off, broken by this
 * JDK or tampered with does not pass them.
 */
final class Canaries {
    private static final String PACKAGE = "telar.harness.canary.";

    private static final List<Canary> ALL =
            List.of(
                    new Canary("RacyCounter", Optional.of(Kind.DATA_RACE)),
                    new Canary("CrossedLocks", Optional.of(Kind.DEADLOCK)),
                    new Canary("LockedCounter", Optional.empty()),
                    new Canary("LostUpdate", Optional.of(Kind.ASSERTION)));

    private Canaries() {}

    private record Canary(String name, Optional<Kind> expected) {}

    static int number() {
        return ALL.size();
    }

    /**
     * What was not judged rightly; empty if all were.
     *
     * @param prepared as {@link Program#prepared}
     */
    static Optional<String> misjudged(Function<String, byte[]> prepared) {
        Program program = program(prepared);
        for (Canary canary : ALL) {
            String seen;
            try {
                seen = outcome(explore(program, canary));
            } catch (Throwable t) { // whatever it is, this JVM cannot judge
                seen = t.toString();
            }
            String expected = canary.expected().map(Kind::name).orElse("PASSED");
            if (!seen.equals(expected)) {
                return Optional.of("the known program " + canary.name() + " must end as " + expected + " but ended as " + seen);
            }
        }
        return Optional.empty();
    }

    /** Prepares the canaries themselves. */
    static void prepare(Preparation preparation, Path into) {
        List<String> names = ALL.stream().map(canary -> PACKAGE + canary.name()).toList();
        preparation.prepare(program(name -> null), names, into);
    }

    private static Program program(Function<String, byte[]> prepared) {
        return new Program(Canaries.class.getClassLoader(), name -> name.startsWith(PACKAGE), Canaries::bytes, prepared);
    }

    private static Exploration explore(Program program, Canary canary) {
        return Explore.of(program, Scenario.of(PACKAGE + canary.name(), "run")).schedules(200).run();
    }

    private static String outcome(Exploration exploration) {
        if (exploration.result() instanceof Failed failed) {
            return failed.counterexample().failure().kind().name();
        }
        return exploration.result() instanceof NotJudged notJudged ? "not judged: " + notJudged.reason() : "PASSED";
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Canaries.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
