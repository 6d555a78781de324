package stopflag;

/** What the worker does again and again, for instance wash the next plate. Given: nothing to change here. */
@FunctionalInterface
public interface Job {

    /**
     * Does it once. It may take a while, and it may wait for something, for instance for the next plate.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; then nothing has been done
     */
    void doOnce() throws InterruptedException;
}
