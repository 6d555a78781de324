// Wrong: the task makes a thread of its own instead of doing its work where it is run.
package twowaystoathread;

public final class GreeterTask implements Runnable {
    private final Greeting greeting;

    public GreeterTask(Greeting greeting) {
        this.greeting = greeting;
    }

    @Override
    public void run() {
        new Thread(() -> greeting.hall().accept(greeting.text())).start();
    }
}
