package twowaystoathread;

import java.util.List;

/** The story as a program: run it. Given: nothing to change here. */
final class Party {

    private Party() {}

    public static void main(String[] args) throws InterruptedException {
        List<Greeting> greetings =
                List.of(
                        new Greeting("Hello", "Ana", System.out::println),
                        new Greeting("Buenas", "Bruno", System.out::println),
                        new Greeting("Welcome", "Carla", System.out::println));
        for (Thread greeter : Greetings.startAll(greetings)) {
            greeter.join();
        }
        System.out.println("Everybody has been greeted.");
    }
}
