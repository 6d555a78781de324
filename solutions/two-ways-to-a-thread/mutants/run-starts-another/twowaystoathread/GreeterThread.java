// Wrong: run() starts one more thread, and that one speaks. The thread itself has ended before it does.
package twowaystoathread;

public final class GreeterThread extends Thread {
    private final Greeting greeting;

    public GreeterThread(Greeting greeting) {
        this.greeting = greeting;
    }

    @Override
    public void run() {
        new Thread(new GreeterTask(greeting)).start();
    }
}
