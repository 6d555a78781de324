/**
 * The laws that every exercise must obey, so that its hidden checks can be trusted, and their proof.
 *
 * <p><b>In:</b> the {@link telar.exercise.Exercise}s of a kit with its {@code solutions/}. <b>Out:</b> a {@link telar.soundness.Proof}
 * for each, by {@link telar.soundness.Soundness}: the {@link telar.soundness.Violation}s of each {@link telar.soundness.Law}, and
 * the {@link telar.soundness.Evidence} they were read from. Gathering evidence grades real programs and takes a minute; the
 * laws themselves are pure functions of it and of the files. <b>Imports:</b> everything to the left, down to {@code grading}.
 */
package telar.soundness;
