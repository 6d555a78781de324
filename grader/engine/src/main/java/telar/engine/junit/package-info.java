/**
 * Test methods of JUnit 5 under the engine. The JUnit API is an optional dependency: nothing outside this package needs it.
 *
 * <p><b>In:</b> test methods. <b>Out:</b> a passed test, or an assertion error with a readable interleaving. <b>Imports:</b>
 * {@code telar.engine}, {@code telar.engine.scenario}, JUnit 5.
 */
package telar.engine.junit;
