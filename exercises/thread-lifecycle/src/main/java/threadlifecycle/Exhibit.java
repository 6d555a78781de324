package threadlifecycle;

/** A thread on show, which stays in one state until the museum closes. Given: nothing to change here. */
public interface Exhibit extends AutoCloseable {

    /** The thread on show. */
    Thread thread();

    /** Lets the thread finish. Called once. */
    @Override
    void close();
}
