/**
 * What somebody writes who uses only the engine. The regions between {@code // tag} comments stand in {@code docs/engine.md}.
 *
 * <p><b>In:</b> nothing. <b>Out:</b> tests that pass and fail. <b>Imports:</b> {@code telar.engine}, {@code telar.engine.junit}, JUnit.
 */
package anybody;
