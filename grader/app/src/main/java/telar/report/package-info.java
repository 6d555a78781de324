/**
 * From a grade to text; pure.
 *
 * <p>Everything that a submission or its JVM said is made harmless here, once, before any format sees it, and escaped again for
 * the format that it goes into: it never becomes markup, a terminal escape or a workflow command.
 *
 * <p><b>In:</b> a {@link telar.score.Grade} and the {@link telar.report.Words} of its exercises. <b>Out:</b> text, by
 * {@link telar.report.Reports}. <b>Imports:</b> {@code score}, {@code verdict}, {@code exercise}.
 */
package telar.report;
