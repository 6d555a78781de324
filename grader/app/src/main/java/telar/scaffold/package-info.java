/**
 * A new exercise to begin from: both twins, complete and sound, about a small story that the author replaces.
 *
 * <p><b>In:</b> the slug, titles and place of the new exercise. <b>Out:</b> two folders, written by
 * {@link telar.scaffold.Scaffold}. <b>Imports:</b> {@code exercise}.
 */
package telar.scaffold;
