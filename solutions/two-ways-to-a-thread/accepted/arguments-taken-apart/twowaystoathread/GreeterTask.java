// Idea: the constructor keeps the text and the hall, each in a final field.
package twowaystoathread;

import java.util.function.Consumer;

public final class GreeterTask implements Runnable {
    private final String text;
    private final Consumer<String> hall;

    public GreeterTask(Greeting greeting) {
        text = greeting.text();
        hall = greeting.hall();
    }

    @Override
    public void run() {
        hall.accept(text);
    }
}
