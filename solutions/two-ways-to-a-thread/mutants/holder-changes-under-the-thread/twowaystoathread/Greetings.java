// Wrong: all threads look into one holder. A thread that begins late finds the argument of a later one.
package twowaystoathread;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

public final class Greetings {
    private Greetings() {}

    public static List<Thread> startAll(List<Greeting> greetings) {
        List<Thread> threads = new ArrayList<>();
        AtomicReference<Greeting> holder = new AtomicReference<>();
        for (Greeting greeting : greetings) {
            holder.set(greeting);
            Thread thread = new Thread(() -> new GreeterTask(holder.get()).run());
            threads.add(thread);
            thread.start();
        }
        return threads;
    }
}
