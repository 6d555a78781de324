/**
 * Runs a program once: one logical thread at a time, virtual time, happens-before.
 *
 * <p>Instrumented code calls {@link telar.engine.runtime.Hooks} and {@link telar.engine.runtime.Replacements}; both hand over to
 * the current {@link telar.engine.runtime.Execution}, which decides with a {@link telar.engine.runtime.Chooser} who goes on.
 *
 * <p>Within an execution only the thread that holds the baton ({@link telar.engine.runtime.Baton}) touches this
 * package's state; handing the baton over ({@link telar.engine.runtime.Carrier#wake}) orders everything before it. That is why
 * almost nothing here is synchronized.
 *
 * <p><b>In:</b> a body, a chooser, options. <b>Out:</b> the finished {@link telar.engine.runtime.Execution} with its steps and
 * ending. <b>Imports:</b> {@code telar.engine} (vocabulary), {@code telar.engine.instrument} (tables).
 */
package telar.engine.runtime;
