package telar.bench;

import org.jetbrains.lincheck.Lincheck;

/** Runs programs in Lincheck's model checker: {@code first <program>} or {@code rate <program> <method>}. */
public final class LincheckChild {
    /** Lincheck undoes what a run does to static fields, so that a count of runs must be kept outside the program. */
    private static final String BEGUN = "telar.bench.begun";

    private LincheckChild() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals("first")) {
            first(arguments[1]);
        } else {
            rate(arguments[1], arguments[2]);
        }
        System.exit(0);
    }

    private static void check(String program, String method) {
        boolean wrong = method.equals("wrong");
        Lincheck.runConcurrentTest(Bench.BUDGET, () -> {
            System.setProperty(BEGUN, String.valueOf(begun() + 1)); // before there is a second thread
            if (wrong) {
                Programs.wrong(program);
            } else {
                Programs.right(program);
            }
        });
    }

    private static int begun() {
        return Integer.getInteger(BEGUN, 0);
    }

    private static void first(String program) {
        long start = System.nanoTime();
        boolean found = false;
        try {
            check(program, "wrong");
        } catch (AssertionError e) {
            found = true;
        }
        new Figures().with("found", found).with("schedules", begun()).with("ms", Figures.millisSince(start)).print();
    }

    private static void rate(String program, String method) {
        new Rate(() -> {
                    int before = begun();
                    check(program, method);
                    return begun() - before;
                })
                .measure()
                .print();
    }
}
