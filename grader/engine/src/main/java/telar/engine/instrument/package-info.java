/**
 * Turns class files into class files that report to the scheduler what they are about to do, and loads them.
 *
 * <p>Two kinds of classes are instrumented: the <em>controlled</em> classes of a program under test, and <em>shadow copies</em> of the
 * JDK's own concurrency and collection classes, made on the fly from the running JDK and renamed into {@code shadow.}; no JDK
 * class is modified. Instrumentation works on the original names, the renaming comes after it.
 *
 * <p>Generated code calls static methods of the class {@code telar.engine.runtime.Hooks}, which this package knows by
 * name only. The only static state is in tables that are appended to: {@link telar.engine.instrument.Sites},
 * {@link telar.engine.instrument.Fields}, {@link telar.engine.instrument.BlockingCalls} and what the running JDK says of itself.
 *
 * <p><b>In:</b> class bytes and {@link telar.engine.instrument.Redirects}. <b>Out:</b>
 * {@link telar.engine.instrument.InstrumentingLoader}. <b>Imports:</b> the JDK and ASM only.
 */
package telar.engine.instrument;
