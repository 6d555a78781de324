package threadcensus;

/**
 * What a thread says about itself. Given: nothing to change here.
 *
 * @param pid the number of the process that the thread belongs to
 * @param name its name
 * @param daemon whether it is a daemon, a thread that does not keep the program alive
 * @param alive whether it has been started and has not ended
 */
public record ThreadCard(long pid, String name, boolean daemon, boolean alive) {}
