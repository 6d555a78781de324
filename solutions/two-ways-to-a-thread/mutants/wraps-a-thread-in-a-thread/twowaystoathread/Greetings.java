// Wrong: a GreeterThread is a Runnable too, and here another thread runs it. The one that comes back is never started.
package twowaystoathread;

import java.util.ArrayList;
import java.util.List;

public final class Greetings {
    private Greetings() {}

    public static List<Thread> startAll(List<Greeting> greetings) {
        List<Thread> threads = new ArrayList<>();
        for (Greeting greeting : greetings) {
            Thread thread = new GreeterThread(greeting);
            threads.add(thread);
            new Thread(thread).start();
        }
        return threads;
    }
}
