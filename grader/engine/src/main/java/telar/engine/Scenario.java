package telar.engine;

import java.util.List;

/**
 * One run, as methods without parameters called in order on a fresh instance of a class (static methods on none).
 *
 * @param className binary name of the class, which must have a constructor without parameters unless all methods are static
 * @param before called first, in order
 * @param body called next
 * @param after called last, in order, also when an earlier one threw
 */
public record Scenario(String className, List<String> before, String body, List<String> after) {

    public Scenario {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    public static Scenario of(String className, String method) {
        return new Scenario(className, List.of(), method, List.of());
    }
}
