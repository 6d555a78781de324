package twowaystoathread;

/** A thread that says one greeting and ends. */
public final class GreeterThread extends Thread {

    /** A thread that will say this greeting, once it is started. It says nothing yet. */
    public GreeterThread(Greeting greeting) {
        // TODO Keep what the new thread needs.
    }

    // TODO Which method of Thread does the new thread run? Override that one, and only that one.
}
