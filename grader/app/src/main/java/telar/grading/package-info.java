/**
 * Composes one grading run. Read {@link telar.grading.Grading} first: it is the straight line of the whole grader.
 *
 * <p><b>In:</b> a catalogue and submissions. <b>Out:</b> a {@link telar.score.Grade}. <b>Imports:</b> every step.
 */
package telar.grading;
