/**
 * Ten small concurrent programs, each with a wrong and a right version: plain Java that knows nothing of who runs it.
 *
 * <p>In: nothing. Out: the methods {@code wrong} and {@code right} of each class. Imports: the JDK only.
 */
package telar.bench.programs;
