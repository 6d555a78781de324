// Idea: a lambda is a Runnable; it keeps the greeting by itself. First all threads are made, then all are started.
package twowaystoathread;

import java.util.List;
import java.util.stream.Collectors;

public final class Greetings {
    private Greetings() {}

    public static List<Thread> startAll(List<Greeting> greetings) {
        List<Thread> threads =
                greetings.stream()
                        .map(greeting -> new Thread(() -> greeting.hall().accept(greeting.text())))
                        .collect(Collectors.toList());
        threads.forEach(Thread::start);
        return threads;
    }
}
