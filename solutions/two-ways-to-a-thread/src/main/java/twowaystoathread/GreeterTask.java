package twowaystoathread;

/** Says one greeting. It is a task, not a thread: whoever runs it decides in which thread. */
public final class GreeterTask implements Runnable {

    /** The argument of run(), which has no parameters. Each task has its own, and it never changes: safe in any thread. */
    private final Greeting greeting;

    /** A task that will say this greeting. It says nothing yet. */
    public GreeterTask(Greeting greeting) {
        this.greeting = greeting;
    }

    /** Says the text of the greeting in its hall, once, in the thread that calls this. */
    @Override
    public void run() {
        greeting.hall().accept(greeting.text());
    }
}
