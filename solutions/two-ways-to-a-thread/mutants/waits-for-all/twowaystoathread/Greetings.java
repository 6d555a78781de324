// Wrong: starts all greeters and then waits for all of them. Every schedule: the host does not get away.
package twowaystoathread;

import java.util.ArrayList;
import java.util.List;

public final class Greetings {
    private Greetings() {}

    public static List<Thread> startAll(List<Greeting> greetings) {
        List<Thread> threads = new ArrayList<>();
        for (Greeting greeting : greetings) {
            Thread thread = new Thread(new GreeterTask(greeting));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return threads;
    }
}
