/**
 * Starts the grader: commands, exit codes, what goes to which stream.
 *
 * <p><b>In:</b> the command line. <b>Out:</b> reports on standard output, progress and errors on standard error, an
 * {@link telar.cli.Exit} code. <b>Imports:</b> everything.
 */
package telar.cli;
