package telar.soundness;

import java.nio.file.Path;

/**
 * One way in which an exercise breaks a law.
 *
 * @param law which
 * @param exercise slug of the exercise
 * @param what is wrong, one sentence
 * @param where the file or folder to look into
 * @param fix what to do about it, one sentence
 */
public record Violation(Law law, String exercise, String what, Path where, String fix) {}
