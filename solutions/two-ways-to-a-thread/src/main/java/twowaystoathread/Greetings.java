package twowaystoathread;

import java.util.ArrayList;
import java.util.List;

/** Greets many guests at the same time. */
public final class Greetings {

    private Greetings() {}

    /**
     * Starts one thread for each greeting and returns at once, without waiting for any of them.
     *
     * @return the started threads, in the order of the greetings: the first thread says the first greeting, and so on
     */
    public static List<Thread> startAll(List<Greeting> greetings) {
        List<Thread> threads = new ArrayList<>();
        for (Greeting greeting : greetings) {
            // The task would do in a pool as well; a GreeterThread is a thread and nothing else. Where both work, prefer the task.
            Thread thread = new Thread(new GreeterTask(greeting));
            threads.add(thread);
            thread.start();
        }
        return threads;
    }
}
