package telar.mutation;

import java.util.Map;

/**
 * A program with one mistake in it.
 *
 * @param id the same as long as the code around the place is: operator, class and method or field, and a number where an operator
 *     applies there more than once, as in {@code drop-call-unlock@Account.pay#2}
 * @param file path of the changed source
 * @param line where the change begins, from 1
 * @param before what stood there, in one line
 * @param after what stands there now, in one line
 * @param sources path to text, of the whole program
 */
public record Mutation(String id, String file, int line, String before, String after, Map<String, String> sources) {
    public Mutation {
        sources = Map.copyOf(sources);
    }

    /** The name of the operator that made it. */
    public String operator() {
        return id.substring(0, id.indexOf('@'));
    }
}
