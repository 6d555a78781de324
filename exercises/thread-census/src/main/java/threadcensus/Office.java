package threadcensus;

/** The story as a program: run it. Given: nothing to change here. */
final class Office {

    private Office() {}

    public static void main(String[] args) throws InterruptedException {
        Census census = new Census();
        System.out.println(census.describe());
        Runnable shift = () -> System.out.println(census.describe());
        census.startNamed("night watch", shift).join();
        census.start(shift).join();
        census.start(shift).join();
    }
}
