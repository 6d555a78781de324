package telar.engine;

/** Marks a throwable that a scenario throws on purpose: reaching the end of a thread with it is not a failure. */
public interface Planned {}
