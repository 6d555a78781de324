/**
 * From facts to verdicts; pure.
 *
 * <p><b>In:</b> observations of the child JVM. <b>Out:</b> {@link telar.verdict.CheckResult}s. <b>Imports:</b> everything to the left
 * of it in the order of a grading run.
 */
package telar.verdict;
