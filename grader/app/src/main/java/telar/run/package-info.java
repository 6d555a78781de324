/**
 * Runs checks against class files in a child JVM, and tells what became of each.
 *
 * <p>The parent never loads a submitted class. It gives the child its plan and key on standard input and believes only facts
 * that are sealed with that key; a child that dies or hangs costs the check that ran, and the others get a new child. Submissions
 * run in {@link telar.run.ForkedJvm}; {@link telar.run.WarmJvms} is for programs that are trusted. {@link telar.run.HeadStart} makes fresh children
 * faster.
 *
 * <p><b>In:</b> class files and planned checks. <b>Out:</b> {@link telar.run.Outcome}s. <b>Imports:</b> {@code exercise},
 * {@code telar.wire}, {@link telar.engine.Preparation}.
 */
package telar.run;
