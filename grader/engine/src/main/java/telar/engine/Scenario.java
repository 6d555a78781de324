package telar.engine;

import java.util.List;

/**
 * One run, as methods called in order on a fresh instance of a class (static methods on none).
 *
 * @param className binary name of the class, which must have a constructor without parameters unless all methods are static
 * @param before methods without parameters, called first, in order
 * @param body called next
 * @param arguments given to the body in every run: values that no run can change
 * @param after methods without parameters, called last, in order, also when an earlier one threw
 */
public record Scenario(String className, List<String> before, String body, List<Object> arguments, List<String> after) {

    public Scenario {
        before = List.copyOf(before);
        arguments = List.copyOf(arguments);
        after = List.copyOf(after);
    }

    public Scenario(String className, List<String> before, String body, List<String> after) {
        this(className, before, body, List.of(), after);
    }

    public static Scenario of(String className, String method) {
        return new Scenario(className, List.of(), method, List.of());
    }

    public Scenario withArguments(List<Object> given) {
        return new Scenario(className, before, body, given, after);
    }
}
