// Idea: a Thread runs the task that its constructor was given, so no run() has to be written.
package twowaystoathread;

public final class GreeterThread extends Thread {
    public GreeterThread(Greeting greeting) {
        super(new GreeterTask(greeting), "greeter of " + greeting.guest());
    }
}
