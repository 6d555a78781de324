/**
 * What a student does between two pushes: which exercise is next, one hint more, a fresh start, a look at each save.
 *
 * <p><b>In:</b> an exercise, and the folder {@code .telar/study} of the kit, in which it is remembered how far somebody is.
 * <b>Out:</b> hints, the state of an exercise, its skeleton put back. Nothing here grades, and no grade depends on it.
 * <b>Imports:</b> {@code exercise}.
 */
package telar.study;
