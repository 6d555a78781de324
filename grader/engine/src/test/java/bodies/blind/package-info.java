/**
 * Bodies by people who had not seen the engine, written before any was run: a measure of it, and now a part of its tests.
 *
 * <p>In: nothing. Out: bodies for {@code BodiesTest}. Imports: the annotations, {@code bodies.Together}.
 */
package bodies.blind;
