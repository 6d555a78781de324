/**
 * Programs for the engine's tests: right and wrong twins, grouped by the construct that they use. They stand outside the
 * {@code telar} packages because the engine takes frames in those for its own.
 *
 * <p><b>In:</b> small static methods, each a whole program. <b>Out:</b> what the engine must say about them, as annotations.
 * <b>Imports:</b> the JDK; of Telar only the annotations.
 */
package bodies;
