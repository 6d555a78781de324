package telar.engine.runtime;

import java.util.Set;

/**
 * How one execution is made.
 *
 * @param adversarial whether a sleeper may wake early
 * @param deep whether every synchronising access inside the JDK is a scheduling point and its blocking calls queue and park as
 *     they are (a cross-check of the engine)
 * @param promoted {@code File.java:line} of plain accesses that are scheduling points
 * @param spuriousThread the thread whose wait wakes without a signal, or -1
 * @param spuriousWait which of its waits does, from 0
 * @param hesitant whether a thread can be overtaken between what it did last and its coming to a wait: only programs that look at the
 *     states of threads can tell
 * @param inStep whether threads take one step each in turn wherever no schedule says otherwise
 * @param maxSteps at most this many steps
 * @param seed of the random numbers that the program draws
 */
public record Options(
        boolean adversarial,
        boolean deep,
        Set<String> promoted,
        int spuriousThread,
        int spuriousWait,
        boolean hesitant,
        boolean inStep,
        int maxSteps,
        long seed) {

    public Options {
        promoted = Set.copyOf(promoted);
    }

    public static Options ideal(int maxSteps, long seed) {
        return new Options(false, false, Set.of(), -1, -1, false, false, maxSteps, seed);
    }

    public Options withAdversarial() {
        return new Options(true, deep, promoted, spuriousThread, spuriousWait, hesitant, inStep, maxSteps, seed);
    }

    public Options withDeep() {
        return new Options(adversarial, true, promoted, spuriousThread, spuriousWait, hesitant, inStep, maxSteps, seed);
    }

    public Options withPromoted(Set<String> sites) {
        return new Options(adversarial, deep, sites, spuriousThread, spuriousWait, hesitant, inStep, maxSteps, seed);
    }

    public Options withSpurious(int thread, int wait) {
        return new Options(adversarial, deep, promoted, thread, wait, hesitant, inStep, maxSteps, seed);
    }

    public Options withInStep() {
        return new Options(adversarial, deep, promoted, spuriousThread, spuriousWait, hesitant, true, maxSteps, seed);
    }

    public Options withHesitant() {
        return new Options(adversarial, deep, promoted, spuriousThread, spuriousWait, true, inStep, maxSteps, seed);
    }

    /** The text form for {@link telar.engine.Schedule#options()}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (adversarial) {
            text.append('A');
        }
        if (spuriousThread >= 0) {
            text.append(text.length() > 0 ? "," : "").append('W').append(spuriousThread).append('.').append(spuriousWait);
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
        Set<String> promoted = new java.util.TreeSet<>();
        for (String part : text.split(",", -1)) {
            if (part.equals("A")) {
                options = options.withAdversarial();
            } else if (part.equals("H")) {
                options = options.withHesitant();
            } else if (part.equals("S")) {
                options = options.withInStep();
            } else if (part.matches("W\\d{1,6}\\.\\d{1,6}")) {
                int dot = part.indexOf('.');
                options =
                        options.withSpurious(
                                Integer.parseInt(part.substring(1, dot)), Integer.parseInt(part.substring(dot + 1)));
            } else if (part.matches("P[^,~]+:\\d+")) {
                promoted.add(part.substring(1));
            } else {
                throw new IllegalArgumentException("\"" + part + "\" is not an option of a schedule");
            }
        }
        return options.withPromoted(promoted);
    }
}
