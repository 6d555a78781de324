package telar.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Small random programs as data. Not under the engine's control, so that the program's own text is no state of the program.
 *
 * <p>{@link #current} is set between runs only; starting a run's carrier orders that before the run reads it.
 */
public final class GeneratedProgram {
    private static Op[][] current;

    private GeneratedProgram() {}

    /** What an operation does; MONITOR and LOCK begin a block that END closes. */
    public enum Kind {
        MONITOR,
        LOCK,
        END,
        TRY_LOCK,
        WRITE,
        READ,
        COPY,
        BRANCH,
        ADD,
        GET,
        SWAP,
        ACQUIRE,
        TRY_ACQUIRE,
        RELEASE
    }

    /** One operation on the object with this number, 0 or 1, among those of its kind. */
    public record Op(Kind kind, int on) {
        @Override
        public String toString() {
            return kind == Kind.END ? "}" : kind + "(" + on + ")" + (kind == Kind.MONITOR || kind == Kind.LOCK ? " {" : "");
        }
    }

    public static Op[][] current() {
        return current;
    }

    static void set(Op[][] program) {
        current = program;
    }

    static String text(Op[][] program) {
        return Arrays.stream(program)
                .map(ops -> Arrays.stream(ops).map(Op::toString).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("  ||  "));
    }

    /** A program of two or three threads with at most {@code most} operations together. */
    static Op[][] random(Random random, int most) {
        int threads = 2 + random.nextInt(2);
        List<List<Op>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(new ArrayList<>());
        }
        int count = threads + random.nextInt(most - threads + 1);
        int[] open = new int[threads];
        Kind[] kinds = Kind.values();
        for (int i = 0; i < count; i++) {
            int thread = i < threads ? i : random.nextInt(threads);
            Kind kind = kinds[random.nextInt(kinds.length)];
            if (kind == Kind.END) {
                if (open[thread] == 0) {
                    kind = Kind.READ;
                } else {
                    open[thread]--;
                }
            }
            if (kind == Kind.MONITOR || kind == Kind.LOCK) {
                open[thread]++;
            }
            all.get(thread).add(new Op(kind, random.nextInt(4) == 0 ? 1 : 0));
        }
        return all.stream().map(ops -> ops.toArray(Op[]::new)).toArray(Op[][]::new);
    }
}
