/**
 * Which exercises there are, and what each declares.
 *
 * <p><b>In:</b> the folders {@code exercises/} and, where present, {@code solutions/}. <b>Out:</b> {@link telar.exercise.Exercise}s
 * and their {@link telar.exercise.Check}s. <b>Imports:</b> {@code telar.wire}.
 */
package telar.exercise;
