package eventloop;

/** Work in small steps. Given: nothing to change here. */
@FunctionalInterface
public interface Task {
    /** Runs one step, quickly and without blocking, and answers what is to happen next. */
    Step step();
}
