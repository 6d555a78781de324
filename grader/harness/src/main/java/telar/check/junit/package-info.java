/**
 * Checks as JUnit 5 tests, so that an author can run them from an IDE or with Surefire.
 *
 * <p><b>In:</b> test methods marked {@code @Check}. <b>Out:</b> a passed test, or an assertion error with a readable interleaving.
 * <b>Imports:</b> {@code telar.engine}, {@code telar.engine.junit}, {@code telar.check}, {@code telar.wire}, JUnit 5.
 */
package telar.check.junit;
