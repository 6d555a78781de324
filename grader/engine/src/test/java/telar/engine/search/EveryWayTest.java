package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import telar.engine.BodiesTest;
import telar.engine.Exploration;
import telar.engine.Failure;
import telar.engine.Fixtures;
import telar.engine.Right;
import telar.engine.Scenario;
import telar.engine.Time;
import telar.engine.Wrong;
import telar.engine.runtime.Options;

/**
 * Judges every body in both kinds of time, by systematic searches without samples and by samples without systematic searches. It prints
 * a number that is the same whenever every single run was the same: on an idle machine, on one processor, and beside busy loops. Takes
 * minutes, and runs only where {@code -Dtelar.engine.everyway=true} is said.
 */
@EnabledIfSystemProperty(named = "telar.engine.everyway", matches = "true")
class EveryWayTest {
    private record Body(Class<?> type, String name, Failure.Kind kind, Time time, int schedules, int steps) {
        @Override
        public String toString() {
            return type.getSimpleName() + "." + name;
        }
    }

    static List<Arguments> ways() {
        List<Arguments> ways = new ArrayList<>();
        for (Time time : Time.values()) {
            ways.add(Arguments.of(time, Portfolio.Searches.SYSTEMATIC));
            ways.add(Arguments.of(time, Portfolio.Searches.RANDOM));
        }
        return ways;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void judgesAsDeclared(Time time, Portfolio.Searches searches) throws ClassNotFoundException {
        long fingerprint = 1;
        int asDeclared = 0;
        List<String> sleepers = new ArrayList<>();
        List<String> misjudged = new ArrayList<>();
        for (Body body : bodies()) {
            Exploration found =
                    new Portfolio(
                                    Fixtures.program("bodies"),
                                    Scenario.of(body.type.getName(), body.name),
                                    time,
                                    body.schedules,
                                    Options.ideal(body.steps, 1),
                                    searches)
                            .explore();
            fingerprint = fingerprint * 31 + found.fingerprint();
            Failure.Kind kind = found.failed() ? found.counterexample().failure().kind() : null;
            if (found.result() instanceof Exploration.NotJudged || kind != body.kind) {
                (dependsOnSleeps(body, time, found) ? sleepers : misjudged).add(body + ": " + found.result());
            } else {
                asDeclared++;
            }
        }
        System.out.println(time + " " + searches + ": " + asDeclared + " as declared, " + sleepers.size()
                + " that depend on their sleeps, " + misjudged.size() + " misjudged; fingerprint " + Long.toHexString(fingerprint));
        assertThat(misjudged).isEmpty();
    }

    /** Whether a body is declared for the other kind of time only, because its sleeps mean something else in this one. */
    private static boolean dependsOnSleeps(Body body, Time time, Exploration found) {
        return time != body.time
                && (found.passed()
                        || found.failed()
                                && found.counterexample().failure().traits().contains(Failure.Trait.DEPENDS_ON_SLEEP));
    }

    private static List<Body> bodies() throws ClassNotFoundException {
        List<Body> bodies = new ArrayList<>();
        for (String group : BodiesTest.GROUPS) {
            Class<?> type = Class.forName("bodies." + group, false, EveryWayTest.class.getClassLoader());
            Method[] methods = type.getDeclaredMethods();
            Arrays.sort(methods, Comparator.comparing(Method::getName));
            for (Method method : methods) {
                Right right = method.getAnnotation(Right.class);
                Wrong wrong = method.getAnnotation(Wrong.class);
                if (right != null && !right.slow()) {
                    bodies.add(new Body(type, method.getName(), null, right.time(), right.schedules(), right.steps()));
                } else if (wrong != null && !wrong.slow()) {
                    bodies.add(new Body(type, method.getName(), wrong.value(), wrong.time(), wrong.schedules(), wrong.steps()));
                }
            }
        }
        return bodies;
    }
}
