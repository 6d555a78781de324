/**
 * What makes a run out of class files: which classes the engine controls, which methods run before and after a test, and which
 * method a body written as a lambda expression is.
 *
 * <p><b>In:</b> class files, folders, lambda expressions. <b>Out:</b> the engine's {@code Program} and {@code Scenario}.
 * <b>Imports:</b> {@code telar.engine}, ASM.
 */
package telar.engine.scenario;
