package telar.engine.runtime;

import java.util.Set;
import java.util.TreeSet;
import telar.engine.runtime.Execution.SpuriousWait;

/**
 * How one execution is made.
 *
 * @param adversarial whether a sleeper may wake early
 * @param deep whether every synchronising access inside the JDK is a scheduling point and its blocking calls queue and park as
 *     they are (a cross-check of the engine)
 * @param promoted {@code File.java:line} of plain accesses that are scheduling points
 * @param spurious the waits that wake without a signal, and the weak compare-and-sets that fail for no reason
 * @param hesitant whether a thread can be overtaken between what it did last and its coming to a wait: only programs that look at the
 *     states of threads can tell
 * @param inStep whether threads take one step each in turn wherever no schedule says otherwise
 * @param maxSteps at most this many steps; a fair run may take more, see {@link #longestFairRun}
 * @param seed of the random numbers that the program draws
 */
public record Options(
        boolean adversarial,
        boolean deep,
        Set<String> promoted,
        Set<SpuriousWait> spurious,
        boolean hesitant,
        boolean inStep,
        int maxSteps,
        long seed) {

    /** A program that takes more steps under a fair schedule, while its clock stands still, is said to run for ever. */
    private static final int LONGEST_FAIR_RUN = 200_000;

    /** A fair run may take so many times the steps of others. */
    private static final int FAIR_TO_OTHERS = 10;

    public Options {
        promoted = Set.copyOf(promoted);
        spurious = Set.copyOf(spurious);
    }

    public static Options ideal(int maxSteps, long seed) {
        return new Options(false, false, Set.of(), Set.of(), false, false, maxSteps, seed);
    }

    public Options withAdversarial() {
        return new Options(true, deep, promoted, spurious, hesitant, inStep, maxSteps, seed);
    }

    public Options withDeep() {
        return new Options(adversarial, true, promoted, spurious, hesitant, inStep, maxSteps, seed);
    }

    public Options withPromoted(Set<String> sites) {
        return new Options(adversarial, deep, sites, spurious, hesitant, inStep, maxSteps, seed);
    }

    public Options withSpurious(Set<SpuriousWait> waits) {
        return new Options(adversarial, deep, promoted, waits, hesitant, inStep, maxSteps, seed);
    }

    public Options withInStep() {
        return new Options(adversarial, deep, promoted, spurious, hesitant, true, maxSteps, seed);
    }

    public Options withHesitant() {
        return new Options(adversarial, deep, promoted, spurious, true, inStep, maxSteps, seed);
    }

    public Options withMaxSteps(int steps) {
        return new Options(adversarial, deep, promoted, spurious, hesitant, inStep, steps, seed);
    }

    /**
     * Steps of a run under a fair schedule at the most. Such a run tells how long the program is, so it gets far more room than the
     * others; not so one in step, where every step is another thread's.
     */
    int longestFairRun() {
        return inStep ? maxSteps : Math.max(maxSteps, (int) Math.min(LONGEST_FAIR_RUN, (long) FAIR_TO_OTHERS * maxSteps));
    }

    /** The text form for {@link telar.engine.Schedule#options()}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (adversarial) {
            text.append('A');
        }
        for (SpuriousWait wait : new TreeSet<>(spurious)) {
            text.append(text.length() > 0 ? "," : "").append('W').append(wait.thread()).append('.').append(wait.number());
        }
        if (hesitant) {
            text.append(text.length() > 0 ? "," : "").append('H');
        }
        if (inStep) {
            text.append(text.length() > 0 ? "," : "").append('S');
        }
        for (String site : promoted.stream().sorted().toList()) {
            text.append(text.length() > 0 ? "," : "").append('P').append(site);
        }
        return text.toString();
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Options parse(String text, int maxSteps, long seed) {
        Options options = ideal(maxSteps, seed);
        if (text.isEmpty()) {
            return options;
        }
        Set<String> promoted = new TreeSet<>();
        Set<SpuriousWait> spurious = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            if (part.equals("A")) {
                options = options.withAdversarial();
            } else if (part.equals("H")) {
                options = options.withHesitant();
            } else if (part.equals("S")) {
                options = options.withInStep();
            } else if (part.matches("W\\d{1,6}\\.\\d{1,6}")) {
                int dot = part.indexOf('.');
                spurious.add(
                        new SpuriousWait(Integer.parseInt(part.substring(1, dot)), Integer.parseInt(part.substring(dot + 1))));
            } else if (part.matches("P[^,~]+:\\d+")) {
                promoted.add(part.substring(1));
            } else {
                throw new IllegalArgumentException("\"" + part + "\" is not an option of a schedule");
            }
        }
        return options.withPromoted(promoted).withSpurious(spurious);
    }
}
