/**
 * From source files to class files, or to the compiler's words.
 *
 * <p><b>In:</b> sources as text, a class path. <b>Out:</b> a {@link telar.compile.Compilation}. <b>Imports:</b>
 * {@code exercise}, {@code submission}.
 */
package telar.compile;
