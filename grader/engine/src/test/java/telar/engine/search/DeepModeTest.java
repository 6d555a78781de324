package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import telar.engine.Exploration;
import telar.engine.Failure;
import telar.engine.Fixtures;
import telar.engine.Right;
import telar.engine.Scenario;
import telar.engine.Time;
import telar.engine.Wrong;
import telar.engine.runtime.Options;

/**
 * The engine looks at a call into the JDK as one step. That is a claim about the JDK; here it is checked: with a scheduling point at
 * every synchronising access inside, real queues and real parking, the verdicts are the same.
 */
class DeepModeTest {
    private static final List<String> GROUPS =
            List.of("ReentrantLocks", "OtherLocks", "Synchronizers", "Queues");

    private static final int SCHEDULES = 200;

    static Stream<Arguments> bodies() throws ClassNotFoundException {
        List<Arguments> bodies = new ArrayList<>();
        for (String group : GROUPS) {
            Class<?> type = Class.forName("bodies." + group, false, DeepModeTest.class.getClassLoader());
            Stream.of(type.getDeclaredMethods())
                    .sorted(Comparator.comparing(Method::getName))
                    .filter(method -> takesPart(method))
                    .forEach(method -> bodies.add(Arguments.of(group, method.getName())));
        }
        assertThat(bodies).hasSizeGreaterThanOrEqualTo(40);
        return bodies.stream();
    }

    private static boolean takesPart(Method method) {
        Right right = method.getAnnotation(Right.class);
        Wrong wrong = method.getAnnotation(Wrong.class);
        return right != null && !right.slow() && right.time() == Time.IDEAL
                || wrong != null && !wrong.slow() && wrong.time() == Time.IDEAL;
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("bodies")
    void judgesInDeepModeAsOtherwise(String group, String method) {
        Options normal = Options.ideal(20_000, 1);
        assertThat(verdict(group, method, normal.withDeep())).isEqualTo(verdict(group, method, normal));
    }

    /** The kind of failure; empty for a pass. */
    private static Optional<Failure.Kind> verdict(String group, String method, Options options) {
        Exploration found =
                new Portfolio(
                                Fixtures.program("bodies"),
                                Scenario.of("bodies." + group, method),
                                Time.IDEAL,
                                SCHEDULES,
                                options,
                                Portfolio.Searches.ALL)
                        .explore();
        assertThat(found.result()).isNotInstanceOf(Exploration.NotJudged.class);
        return found.failed() ? Optional.of(found.counterexample().failure().kind()) : Optional.empty();
    }
}
