/**
 * Explores the interleavings of a small concurrent program and says what it found.
 *
 * <p>A verdict is a property of the code, not of the machine: one logical thread runs at a time, a search chooses who goes
 * next, time is virtual, and every plain access is checked for data races by happens-before.
 *
 * <p><b>In:</b> a {@link telar.engine.Program} (class files and the names to instrument) and a {@link telar.engine.Scenario}
 * (the methods that make one run). <b>Out:</b> an {@link telar.engine.Exploration}. <b>Imports:</b> ASM only.
 */
package telar.engine;
