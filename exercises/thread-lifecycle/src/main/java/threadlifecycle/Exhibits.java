package threadlifecycle;

/** A museum of threads, with one exhibit for each state that a thread can be in. */
public final class Exhibits {

    private Exhibits() {}

    /** Sets up an exhibit and returns it when its thread has come to that state. There it stays until it is closed. */
    public static Exhibit inState(Thread.State state) throws InterruptedException {
        // TODO Today every exhibit is a thread that has not been started. Give each state what brings a thread there,
        //      come back when it is there, and let the thread finish when the exhibit is closed.
        Thread thread = new Thread(() -> {}, "exhibit " + state);
        return new Exhibit() {
            @Override
            public Thread thread() {
                return thread;
            }

            @Override
            public void close() {}
        };
    }
}
