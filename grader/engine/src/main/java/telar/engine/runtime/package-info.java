/**
 * Runs a program once: one logical thread at a time, virtual time, happens-before.
 *
 * <p>Instrumented code calls {@link telar.engine.runtime.Hooks} and, in place of methods of the JDK, what is listed by
 * {@link telar.engine.runtime.Replacements}. Both hand over to the {@link telar.engine.runtime.Execution} of the calling thread, which
 * consists of one part for each matter:
 *
 * <ul>
 *   <li>who goes on: {@code Scheduler} asks a {@link telar.engine.runtime.Chooser}; {@code Standstill} where nobody can; {@code Baton}
 *       says who runs, {@code Carrier} makes it run;
 *   <li>time: {@code VirtualClock};
 *   <li>the end: {@code Termination} of the run, {@code Lifecycle} of a thread, {@code Failures} for the words;
 *   <li>what a thread does: {@code Monitors}, {@code ThreadOperations}, {@code ThreadInspection}, {@code Signals}, {@code Parking},
 *       {@code SpuriousEvents}, {@code BlockingCallRunner}, {@code Initialisations}, {@code Outside}; and {@code Accesses} for all that
 *       reads and writes;
 *   <li>what is known of threads and objects: {@code ThreadTable}, {@code ObjectTable};
 *   <li>what orders what: {@code RaceDetector}, {@code TaskClocks};
 *   <li>what is told afterwards: {@link telar.engine.runtime.Step}, {@code PendingSteps}, {@link telar.engine.runtime.Recorder}.
 * </ul>
 *
 * <p>Within an execution only the thread that holds the baton ({@link telar.engine.runtime.Baton}) touches this package's state; handing
 * the baton over ({@link telar.engine.runtime.Carrier#wake}) orders everything before it. That is why almost nothing here is
 * synchronized.
 *
 * <p><b>In:</b> a body, a chooser, options. <b>Out:</b> the finished {@link telar.engine.runtime.Execution} with its steps and
 * ending. <b>Imports:</b> {@code telar.engine} (vocabulary), {@code telar.engine.instrument} (tables).
 */
package telar.engine.runtime;
