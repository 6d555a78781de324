// Idea: the other way. Every greeting gets a GreeterThread, which is started itself.
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
            thread.start();
        }
        return threads;
    }
}
