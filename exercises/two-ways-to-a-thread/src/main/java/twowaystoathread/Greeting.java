package twowaystoathread;

import java.util.function.Consumer;

/**
 * One greeting for one guest. Given: nothing to change here.
 *
 * @param word for instance {@code Hello}
 * @param guest who is greeted
 * @param hall where the greeting is said; it hears one text at a call
 */
public record Greeting(String word, String guest, Consumer<String> hall) {

    /** What is said, for instance {@code Hello, Ana!} */
    public String text() {
        return word + ", " + guest + "!";
    }
}
