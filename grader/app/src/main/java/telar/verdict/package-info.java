/**
 * From facts to verdicts; pure.
 *
 * <p><b>In:</b> a planned {@link telar.exercise.Check} and the {@link telar.verdict.Evidence} about it. <b>Out:</b> a
 * {@link telar.verdict.CheckResult}, by {@link telar.verdict.Judge}. <b>Imports:</b> {@code exercise}, {@code telar.wire}.
 */
package telar.verdict;
