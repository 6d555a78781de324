/**
 * Known programs: one with a data race, one with a deadlock, one that is right, one whose assertion must fail. They are not called:
 * {@code telar.harness.Canaries} explores them before anything submitted is judged.
 *
 * <p><b>In/Out:</b> nothing. <b>Imports:</b> the JDK only.
 */
package telar.harness.canary;
