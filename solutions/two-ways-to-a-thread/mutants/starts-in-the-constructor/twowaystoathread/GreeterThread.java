// Wrong: the constructor starts the thread. Every schedule: nobody has asked for it yet, and a later start() fails.
package twowaystoathread;

public final class GreeterThread extends Thread {
    private final Greeting greeting;

    public GreeterThread(Greeting greeting) {
        this.greeting = greeting;
        start();
    }

    @Override
    public void run() {
        greeting.hall().accept(greeting.text());
    }
}
