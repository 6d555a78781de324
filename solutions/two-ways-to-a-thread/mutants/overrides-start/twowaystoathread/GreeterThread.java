// Wrong: start() is overridden and does the work. Every schedule: no new thread is ever made.
package twowaystoathread;

public final class GreeterThread extends Thread {
    private final Greeting greeting;

    public GreeterThread(Greeting greeting) {
        this.greeting = greeting;
    }

    @Override
    public void start() {
        greeting.hall().accept(greeting.text());
    }
}
