package eventloop;

/** One thread that runs the steps of many tasks. */
public final class EventLoop {

    /** A loop with one thread of its own, which begins at once. */
    public EventLoop() {
        // TODO Start the loop's thread. What does it do while nothing is due?
    }

    /**
     * Makes the first step of a task due; returns without waiting for it.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public void submit(Task task) {
        // TODO Today the caller does the work, and nobody comes to a table that waits for the kitchen.
        while (task.step() == Step.AGAIN) {
            Thread.onSpinWait();
        }
    }

    /** Makes the next step of a task due that waits, or of one that is about to wait. */
    public void resume(Task task) {
        // TODO Somebody rings for this table. What if it does not wait yet?
    }

    /**
     * Takes no more tasks, and returns when all that were submitted have finished. Soon after that the loop's thread has ended.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void close() throws InterruptedException {
        // TODO Wait for everything that is still to do, and let the thread end.
    }
}
