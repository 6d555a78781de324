package telar.engine;

import java.util.Arrays;

/**
 * The choices that make one run: which logical thread took each step. Printable and replayable.
 *
 * <p>The text form run-length encodes thread numbers, for instance {@code 0x4.1x2.0}; a leading {@code A~} says that the run
 * used {@link Time#ADVERSARIAL} time, {@code P~} that racy accesses were scheduling points, {@code S~} that threads went in step where
 * it says nothing, {@code W<thread>.<n>~} that the
 * n-th wait of that thread woke spuriously. Immutable.
 */
public final class Schedule {
    private final String options;
    private final int[] threads;

    public Schedule(String options, int[] threads) {
        this.options = options;
        this.threads = threads.clone();
    }

    /** The options that the run was made with, in text form, without the closing {@code ~}; empty for none. */
    public String options() {
        return options;
    }

    public int length() {
        return threads.length;
    }

    /** The logical thread that took the given step. */
    public int thread(int step) {
        return threads[step];
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not a schedule; the message says where
     */
    public static Schedule parse(String text) {
        int tilde = text.lastIndexOf('~');
        String options = tilde < 0 ? "" : text.substring(0, tilde);
        String runs = text.substring(tilde + 1);
        int[] threads = new int[16];
        int n = 0;
        if (!runs.isEmpty()) {
            for (String run : runs.split("\\.", -1)) {
                int x = run.indexOf('x');
                int thread;
                int count;
                try {
                    thread = Integer.parseInt(x < 0 ? run : run.substring(0, x));
                    count = x < 0 ? 1 : Integer.parseInt(run.substring(x + 1));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "\"" + run + "\" is not part of a schedule: expected a thread number or thread x count, as in 0x4.1x2.0", e);
                }
                if (thread < 0 || count < 1 || count > 1_000_000) {
                    throw new IllegalArgumentException("\"" + run + "\" is out of range in a schedule");
                }
                while (n + count > threads.length) {
                    threads = Arrays.copyOf(threads, threads.length * 2);
                }
                Arrays.fill(threads, n, n + count, thread);
                n += count;
            }
        }
        return new Schedule(options, Arrays.copyOf(threads, n));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!options.isEmpty()) {
            text.append(options).append('~');
        }
        for (int i = 0; i < threads.length; ) {
            int j = i;
            while (j < threads.length && threads[j] == threads[i]) {
                j++;
            }
            if (i > 0) {
                text.append('.');
            }
            text.append(threads[i]);
            if (j - i > 1) {
                text.append('x').append(j - i);
            }
            i = j;
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule s && options.equals(s.options) && Arrays.equals(threads, s.threads);
    }

    @Override
    public int hashCode() {
        return options.hashCode() * 31 + Arrays.hashCode(threads);
    }
}
