/**
 * Chooses which schedules to run, and says how much they cover.
 *
 * <p>Read {@link telar.engine.search.Portfolio} first: it puts the searches in order. {@link telar.engine.search.TreeSearch} is
 * systematic, {@link telar.engine.search.Samplers} are not.
 *
 * <p><b>In:</b> a program, a scenario, a budget. <b>Out:</b> an {@link telar.engine.Exploration}. <b>Imports:</b>
 * {@code telar.engine}, {@code telar.engine.instrument}, {@code telar.engine.runtime}.
 */
package telar.engine.search;
