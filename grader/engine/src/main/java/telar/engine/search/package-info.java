/**
 * Chooses which schedules to run, and says how much they cover.
 *
 * <p>Read {@link telar.engine.search.Portfolio} first: it says in which circumstances the program is searched. Then
 * {@link telar.engine.search.Search}, which puts the methods in order: {@link telar.engine.search.TreeSearch} is systematic,
 * {@link telar.engine.search.Samplers} are not. {@link telar.engine.search.Runs} keeps account of all runs;
 * {@link telar.engine.search.Explainer} makes a counterexample of the first that breaks the program.
 *
 * <p><b>In:</b> a program, a scenario, a budget. <b>Out:</b> an {@link telar.engine.Exploration}. <b>Imports:</b>
 * {@code telar.engine}, {@code telar.engine.instrument}, {@code telar.engine.runtime}.
 */
package telar.engine.search;
