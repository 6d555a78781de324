package twowaystoathread;

/** A thread that says one greeting and ends. */
public final class GreeterThread extends Thread {

    /** Set before start(): whatever is written before it, the new thread sees. */
    private final Greeting greeting;

    /** A thread that will say this greeting, once it is started. It says nothing yet. */
    public GreeterThread(Greeting greeting) {
        this.greeting = greeting;
    }

    // run(), not start(): start() makes the new thread, and the new thread calls run().
    @Override
    public void run() {
        greeting.hall().accept(greeting.text());
    }
}
