// Wrong: every thread is started a second time. Every schedule: the second start() throws.
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
        threads.forEach(Thread::start);
        return threads;
    }
}
