package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every right body passes, every wrong one fails in its way, and doing it again does exactly the same. */
public class BodiesTest {
    /** The classes with the bodies. */
    public static final List<String> GROUPS = List.of(
            "Monitors", "ReentrantLocks", "OtherLocks", "Waiting", "Synchronizers", "Queues", "Atomics", "Threads", "Pools",
            "Deadlocks", "Races", "SpuriousEvents", "WeakModes", "Interrupts", "ThreadStates", "Endings", "Naps",
            "Stages", "Collections", "Hard", "Findings",
            "blind.Gatherings", "blind.Guards", "blind.Lifecycles", "blind.Pipelines", "blind.Publications",
            "blind.Kitchen", "blind.Newsroom", "blind.TicketOffice", "blind.Transit", "blind.Warehouse",
            "blind.Caches", "blind.Conversations", "blind.Counters", "blind.Handovers", "blind.Shutdowns",
            "blind.Depot", "blind.Editions", "blind.Foundry", "blind.Harbour", "blind.Marathon", "blind.Relay",
            "blind.Berths", "blind.Courses", "blind.Market", "blind.Railway", "blind.Stage", "blind.Studio",
            "Orders", "Unsynchronised", "Containers", "Rounds");

    /** Bodies that are long; searching them in every way would take long, too. */
    private static final String LONG = "LongRuns";

    /** Slow bodies are run only where this property is set. */
    private static final boolean SLOW = Boolean.getBoolean("telar.engine.slow");

    record Body(String className, String method, Time time, Failure.Kind kind, int schedules, int steps) {
        String name() {
            return className.substring(className.lastIndexOf('.') + 1) + "." + method;
        }

        @Override
        public String toString() {
            return name() + (kind == null ? " passes" : " fails: " + kind);
        }
    }

    static Stream<Body> bodies() throws ClassNotFoundException {
        List<Body> bodies = new ArrayList<>();
        for (String group : Stream.concat(GROUPS.stream(), Stream.of(LONG)).toList()) {
            Class<?> type = Class.forName("bodies." + group, false, BodiesTest.class.getClassLoader());
            List<Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
            methods.sort(Comparator.comparing(Method::getName));
            for (Method method : methods) {
                Right right = method.getAnnotation(Right.class);
                Wrong wrong = method.getAnnotation(Wrong.class);
                if (right != null && (SLOW || !right.slow())) {
                    bodies.add(
                            new Body(type.getName(), method.getName(), right.time(), null, right.schedules(), right.steps()));
                }
                if (wrong != null && (SLOW || !wrong.slow())) {
                    bodies.add(
                            new Body(
                                    type.getName(),
                                    method.getName(),
                                    wrong.time(),
                                    wrong.value(),
                                    wrong.schedules(),
                                    wrong.steps()));
                }
            }
        }
        return bodies.stream();
    }

    private static Exploration explore(Body body) {
        return Explore.of(Fixtures.program("bodies"), Scenario.of(body.className, body.method))
                .schedules(body.schedules)
                .steps(body.steps)
                .time(body.time)
                .run();
    }

    private static boolean asExpected(Body body, Exploration found) {
        return body.kind == null
                ? found.passed()
                : found.failed() && found.counterexample().failure().kind() == body.kind;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void judges(Body body) {
        Exploration found = explore(body);
        assertThat(asExpected(body, found)).as(() -> body + ", but: " + found).isTrue();
        Exploration again = explore(body);
        assertThat(again.fingerprint()).as("the fingerprint, again").isEqualTo(found.fingerprint());
        assertThat(again.schedules()).as("schedules, again").isEqualTo(found.schedules());
        assertThat(again.steps()).as("steps, again").isEqualTo(found.steps());
        assertThat(again.strength()).as("strength, again").isEqualTo(found.strength());
        if (body.kind != null) {
            assertThat(again.counterexample().schedule()).isEqualTo(found.counterexample().schedule());
            assertThat(again.counterexample().interleaving()).as("the interleaving, again").isEqualTo(found.counterexample().interleaving());
        }
    }

    @AfterAll
    static void nobodyIsLeftSpinning() throws InterruptedException {
        assertThat(Fixtures.spinning()).isEmpty();
    }

    /** A class that nobody lists would be run by nobody. */
    @Test
    void everyClassWithBodiesIsRun() throws Exception {
        Path folder = Path.of(BodiesTest.class.getResource("/bodies/Together.class").toURI()).getParent();
        Set<String> listed = new TreeSet<>(GROUPS);
        listed.addAll(List.of(LONG, "Sockets", "PipesAndProcesses")); // OutsideTest runs the last two
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '.').replace(".class", "");
                Class<?> type = Class.forName("bodies." + name, false, BodiesTest.class.getClassLoader());
                if (Stream.of(type.getDeclaredMethods())
                        .anyMatch(m -> m.isAnnotationPresent(Right.class) || m.isAnnotationPresent(Wrong.class))) {
                    found.add(name);
                }
            }
        }
        assertThat(found).isEqualTo(listed);
    }

    @Test
    void thereAreEnoughTwins() throws ClassNotFoundException {
        Set<String> names = new LinkedHashSet<>();
        List<Body> all = bodies().toList();
        all.forEach(b -> names.add(b.name()));
        assertThat(names).hasSize(all.size());
        assertThat(all.stream().filter(b -> b.kind == null).count()).as("right ones").isGreaterThanOrEqualTo(60);
        assertThat(all.stream().filter(b -> b.kind != null).count()).as("wrong ones").isGreaterThanOrEqualTo(60);
    }
}
