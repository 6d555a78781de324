// Wrong: the constructor greets, in the thread that calls new. Every schedule: the guest hears it too early.
package twowaystoathread;

public final class GreeterTask implements Runnable {
    private final Greeting greeting;

    public GreeterTask(Greeting greeting) {
        this.greeting = greeting;
        run();
    }

    @Override
    public void run() {
        greeting.hall().accept(greeting.text());
    }
}
