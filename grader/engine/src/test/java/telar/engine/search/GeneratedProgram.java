package telar.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Small random programs as data. Not under the engine's control, so that the program's own text is no state of the program.
 *
 * <p>{@link #current} is set between runs only; starting a run's carrier orders that before the run reads it.
 */
public final class GeneratedProgram {
    private static Op[][] current;

    private GeneratedProgram() {}

    /** What an operation does. Those that {@link #opens} begin a block that END closes; the end of a thread closes what is open. */
    public enum Kind {
        MONITOR,
        LOCK,
        READ_LOCK,
        WRITE_LOCK,
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
        RELEASE,
        PUT,
        TAKE,
        OFFER,
        POLL,
        COUNT_DOWN,
        AWAIT_LATCH,
        WAIT,
        NOTIFY,
        NOTIFY_ALL,
        AWAIT_CONDITION,
        SIGNAL,
        INTERRUPT,
        JOIN,
        SPIN,
        YIELD,
        SLEEP,
        TIMED_WAIT,
        TIMED_ACQUIRE,
        TIMED_POLL,
        TIMED_LOCK;

        public boolean opens() {
            return this == MONITOR || this == LOCK || this == READ_LOCK || this == WRITE_LOCK;
        }
    }

    /** One operation on the object with this number, 0 or 1, among those of its kind. */
    public record Op(Kind kind, int on) {
        @Override
        public String toString() {
            return kind == Kind.END ? "}" : kind + "(" + on + ")" + (kind.opens() ? " {" : "");
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

    static Set<Kind> kinds(Op[][] program) {
        return Arrays.stream(program).flatMap(Arrays::stream).map(Op::kind).collect(Collectors.toSet());
    }

    /**
     * A program of two or three threads with at most {@code most} operations together. A program has a theme of a few kinds, so
     * that its threads have something to do with each other.
     */
    static Op[][] random(Random random, int most) {
        int threads = random.nextInt(3) == 0 ? 3 : 2;
        List<List<Op>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(new ArrayList<>());
        }
        int count = threads + 1 + random.nextInt(most - threads);
        int[] open = new int[threads];
        Kind[] theme = theme(random);
        for (int i = 0; i < count; i++) {
            int thread = i < threads ? i : random.nextInt(threads);
            Kind kind = theme[random.nextInt(theme.length)];
            if (kind == Kind.END && open[thread] == 0 || kind == Kind.JOIN && thread != 0) {
                kind = Kind.READ;
            }
            open[thread] += kind.opens() ? 1 : kind == Kind.END ? -1 : 0;
            all.get(thread).add(new Op(kind, random.nextInt(4) == 0 ? 1 : 0));
        }
        return all.stream().map(ops -> ops.toArray(Op[]::new)).toArray(Op[][]::new);
    }

    private static Kind[] theme(Random random) {
        Kind[] kinds = Kind.values();
        if (random.nextInt(5) == 0) {
            return kinds;
        }
        Kind[] theme = new Kind[4 + random.nextInt(3)];
        for (int i = 0; i < theme.length; i++) {
            theme[i] = kinds[random.nextInt(kinds.length)];
        }
        List<Kind> complete = new ArrayList<>(List.of(theme));
        for (Kind kind : theme) {
            switch (kind) {
                case MONITOR, LOCK, READ_LOCK, WRITE_LOCK -> complete.add(Kind.END);
                case WAIT -> complete.add(Kind.NOTIFY);
                case AWAIT_CONDITION -> complete.add(Kind.SIGNAL);
                case AWAIT_LATCH -> complete.add(Kind.COUNT_DOWN);
                case TAKE -> complete.add(Kind.PUT);
                case ACQUIRE, TIMED_ACQUIRE -> complete.add(Kind.RELEASE);
                case TIMED_WAIT -> complete.add(Kind.NOTIFY_ALL);
                case SPIN -> complete.add(Kind.WRITE);
                case TIMED_POLL -> complete.add(Kind.OFFER);
                case TIMED_LOCK -> complete.add(Kind.LOCK);
                default -> {}
            }
        }
        return complete.toArray(Kind[]::new);
    }
}
