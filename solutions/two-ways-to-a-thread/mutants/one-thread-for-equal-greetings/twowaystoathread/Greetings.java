// Wrong: a map from greetings to threads, so that two equal greetings have one thread.
package twowaystoathread;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Greetings {

    private Greetings() {}

    public static List<Thread> startAll(List<Greeting> greetings) {
        Map<Greeting, Thread> threads = new LinkedHashMap<>();
        for (Greeting greeting : greetings) {
            threads.put(greeting, new GreeterThread(greeting));
        }
        threads.values().forEach(Thread::start);
        return new ArrayList<>(threads.values());
    }
}
