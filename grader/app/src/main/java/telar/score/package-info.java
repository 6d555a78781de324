/**
 * From verdicts to whole points; pure.
 *
 * <p><b>In:</b> {@link telar.verdict.CheckResult}s. <b>Out:</b> a {@link telar.score.Grade}, added up by
 * {@link telar.score.Scoring}. <b>Imports:</b> {@code verdict}, {@code exercise}.
 */
package telar.score;
