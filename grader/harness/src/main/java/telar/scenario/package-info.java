/**
 * What makes a run out of class files: which classes the engine controls, which methods run before and after a check, and how
 * an interleaving reads as text.
 *
 * <p><b>In:</b> class files, folders. <b>Out:</b> the engine's {@code Program} and {@code Scenario}. <b>Imports:</b>
 * {@code telar.engine}, ASM.
 */
package telar.scenario;
