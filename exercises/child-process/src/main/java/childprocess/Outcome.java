package childprocess;

import java.util.OptionalInt;

/**
 * How a program went. Given: nothing to change here.
 *
 * @param exit its exit code; empty if it had to be stopped
 * @param out everything that it wrote to standard output
 * @param err everything that it wrote to standard error
 */
public record Outcome(OptionalInt exit, String out, String err) {}
