/**
 * The child JVM's main: reads a plan, proves on known programs that it judges rightly, runs the planned checks, and says what it
 * saw. Read {@link telar.harness.Main} first.
 *
 * <p><b>In:</b> a plan on standard input; later one byte, or the end of the input, from a parent that has lost patience, or
 * another plan from one that trusts what it runs. <b>Out:</b> facts on a Unix domain socket. <b>Imports:</b> {@code telar.engine}, {@code telar.engine.scenario}, {@code telar.check},
 * {@code telar.wire}.
 */
package telar.harness;
