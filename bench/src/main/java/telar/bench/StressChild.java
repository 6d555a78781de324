package telar.bench;

/** Runs a wrong program again and again on plain threads for a time: {@code <program> <milliseconds>}. */
public final class StressChild {
    /** A run that takes this long hangs. */
    private static final long HANGS_AFTER_MILLIS = 2_000;

    /** Written by the thread that runs the program, read after joining it. */
    private static Throwable thrown;

    private StressChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        double limit = Double.parseDouble(arguments[1]);
        long start = System.nanoTime();
        int runs = 0;
        boolean found = false;
        while (!found && Figures.millisSince(start) < limit) {
            Thread thread = new Thread(() -> {
                try {
                    Programs.wrong(arguments[0]);
                } catch (Throwable t) {
                    thrown = t;
                }
            });
            thread.setDaemon(true);
            thread.start();
            thread.join(HANGS_AFTER_MILLIS);
            runs++;
            found = thread.isAlive() || thrown != null;
        }
        new Figures().with("found", found).with("schedules", runs).with("ms", Figures.millisSince(start)).print();
        System.exit(0);
    }
}
