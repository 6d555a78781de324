package twowaystoathread;

/** Says one greeting. It is a task, not a thread: whoever runs it decides in which thread. */
public final class GreeterTask implements Runnable {

    /** A task that will say this greeting. It says nothing yet. */
    public GreeterTask(Greeting greeting) {
        // TODO Keep what run() needs. run() itself has no parameters.
    }

    /** Says the text of the greeting in its hall, once, in the thread that calls this. */
    @Override
    public void run() {
        // TODO
    }
}
