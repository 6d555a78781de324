package startandjoin;

import java.time.Duration;

/** The story as a program: run it and read in which order the lines come. Given: nothing to change here. */
final class Night {

    private Night() {}

    public static void main(String[] args) throws InterruptedException {
        Sleepers.wakeAll(10, Duration.ofMillis(500), System.out::println);
        System.out.println("Goodbye!");
    }
}
