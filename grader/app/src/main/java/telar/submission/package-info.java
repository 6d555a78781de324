/**
 * Takes in what a student hands in: only the declared source files, as text, nothing else of the folder.
 *
 * <p><b>In:</b> an {@link telar.exercise.Exercise} and a folder. <b>Out:</b> a {@link telar.submission.Submission}, or a
 * {@link telar.submission.IntakeException} that says why a file is refused. <b>Imports:</b> {@code exercise}.
 */
package telar.submission;
