// Wrong: there is no run(): the new thread has nothing to do and ends at once.
package twowaystoathread;

public final class GreeterThread extends Thread {
    private final Greeting greeting;

    public GreeterThread(Greeting greeting) {
        this.greeting = greeting;
    }

    private void greet() {
        greeting.hall().accept(greeting.text());
    }
}
