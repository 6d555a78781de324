// Wrong: the argument is a static field: all tasks share it, and the last one that was made overwrites the others.
package twowaystoathread;

public final class GreeterTask implements Runnable {
    private static Greeting greeting;

    public GreeterTask(Greeting greeting) {
        GreeterTask.greeting = greeting;
    }

    @Override
    public void run() {
        greeting.hall().accept(greeting.text());
    }
}
