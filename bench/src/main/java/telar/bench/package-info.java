/**
 * Measures the engine against other ways to test concurrent code, on the same programs and on the same machine in one run. {@link
 * telar.bench.Bench} starts a JVM for every figure and prints one table; what runs in those JVMs is beside it.
 *
 * <p>In: the programs of {@code telar.bench.programs}. Out: a table on standard output. Imports: the engine's public classes and
 * Lincheck's.
 */
package telar.bench;
