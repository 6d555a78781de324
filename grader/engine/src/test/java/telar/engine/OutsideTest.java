package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies with sockets, pipes, processes and files: observed, not controlled, and judged the same way every time. How often each is
 * judged is {@code -Dtelar.engine.observed=20}.
 */
class OutsideTest {
    private static final int TIMES = Integer.getInteger("telar.engine.observed", 2);

    record Body(Class<?> type, String method, Failure.Kind kind) {
        @Override
        public String toString() {
            return type.getSimpleName() + "." + method + (kind == null ? " passes" : " fails: " + kind);
        }
    }

    static Stream<Body> bodies() throws ClassNotFoundException {
        List<Body> bodies = new ArrayList<>();
        for (String group : List.of("Sockets", "PipesAndProcesses")) {
            Class<?> type = Class.forName("bodies." + group, false, OutsideTest.class.getClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                Wrong wrong = method.getAnnotation(Wrong.class);
                if (wrong != null || method.isAnnotationPresent(Right.class)) {
                    bodies.add(new Body(type, method.getName(), wrong == null ? null : wrong.value()));
                }
            }
        }
        bodies.sort(Comparator.comparing(Body::toString));
        return bodies.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void judgesTheSameWayEveryTime(Body body) {
        for (int i = 0; i < TIMES; i++) {
            Exploration found = Fixtures.explore(body.type, body.method).run();
            if (body.kind == null) {
                assertThat(found.passed()).as(() -> body + ", but: " + found).isTrue();
                assertThat(found.strength().kind())
                        .isEqualTo(body.method.equals("readsWhatIsInMemory") ? Strength.Kind.ALL : Strength.Kind.OBSERVED);
            } else {
                assertThat(found.failed()).as(() -> body + ", but: " + found).isTrue();
                assertThat(found.counterexample().failure().kind()).as(() -> "" + found).isEqualTo(body.kind);
                assertThat(found.counterexample().interleaving().steps()).as(() -> "" + found).isNotEmpty();
            }
        }
    }

    @AfterAll
    static void nobodyIsLeftSpinning() throws InterruptedException {
        assertThat(Fixtures.spinning()).isEmpty();
    }

    @Test
    void thereAreEnoughBodies() throws ClassNotFoundException {
        assertThat(bodies().filter(b -> b.kind == null)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(bodies().filter(b -> b.kind != null)).hasSizeGreaterThanOrEqualTo(12);
    }
}
