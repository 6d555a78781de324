/**
 * Programs so small that the number of their interleavings can be worked out by hand or counted by trying everything.
 *
 * <p><b>In:</b> static methods, each a whole program. <b>Out:</b> nothing. <b>Imports:</b> the JDK, and of the tests the program
 * that the interpreter interprets.
 */
package tiny;
