package telar.engine.search;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
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
 * Judges every body in both kinds of time, by systematic searches alone and by random ones alone, and prints what was found and a number
 * that is the same whenever every single run was. To be compared between machines that are idle, busy, or have one processor:
 *
 * <pre>{@code
 * mvn -q -B -DskipTests install -pl grader/engine -am && mvn -q dependency:build-classpath ...
 * java --add-opens java.base/java.lang=ALL-UNNAMED -cp ... telar.engine.search.EveryWay
 * }</pre>
 */
public final class EveryWay {
    private static final int SCHEDULES = 1_000;

    private EveryWay() {}

    private record Body(Class<?> type, String name, Failure.Kind kind, Time time, int schedules, int steps) {}

    /** @param arguments the groups of bodies; none for all of them */
    public static void main(String[] arguments) throws ClassNotFoundException {
        List<Body> bodies = new ArrayList<>();
        for (String group : arguments.length > 0 ? List.of(arguments) : BodiesTest.GROUPS) {
            Class<?> type = Class.forName("bodies." + group, false, EveryWay.class.getClassLoader());
            Method[] methods = type.getDeclaredMethods();
            java.util.Arrays.sort(methods, Comparator.comparing(Method::getName));
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
        for (Time time : Time.values()) {
            for (Portfolio.Searches searches : List.of(Portfolio.Searches.SYSTEMATIC, Portfolio.Searches.RANDOM)) {
                judge(bodies, time, searches);
            }
        }
        System.exit(0); // some bodies leave threads
    }

    private static void judge(List<Body> bodies, Time time, Portfolio.Searches searches) {
        long fingerprint = 1;
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Body body : bodies) {
            Exploration found =
                    new Portfolio(
                                    Fixtures.program("bodies"),
                                    Scenario.of(body.type.getName(), body.name),
                                    time,
                                    Math.max(SCHEDULES, body.schedules),
                                    Options.ideal(body.steps, 1),
                                    searches)
                            .explore();
            fingerprint = fingerprint * 31 + found.fingerprint();
            String how = compare(body, time, found);
            counts.merge(how, 1, Integer::sum);
            if (!how.equals("as declared")) {
                System.out.println("  " + body.type.getSimpleName() + "." + body.name + ": " + how);
            }
        }
        System.out.println(time + " " + searches + ": " + counts + ", fingerprint " + Long.toHexString(fingerprint));
    }

    private static String compare(Body body, Time time, Exploration found) {
        if (found.result() instanceof Exploration.NotJudged notJudged) {
            return "no verdict: " + notJudged.reason();
        }
        Failure.Kind kind = found.failed() ? found.counterexample().failure().kind() : null;
        if (kind == body.kind) {
            return "as declared";
        }
        if (time != body.time) {
            // A body is declared for one kind of time; in the other one its sleeps mean something else.
            boolean sleeps = kind == null || found.counterexample().failure().traits().contains(Failure.Trait.DEPENDS_ON_SLEEP);
            if (sleeps) {
                return "depends on its sleeps";
            }
        }
        return kind == null ? "a bug not found" : "declared " + (body.kind == null ? "right" : body.kind) + ", judged " + kind;
    }
}
