// Wrong: waits for each greeter before the next one starts. Every schedule: the two greeters never meet.
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
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return threads;
    }
}
