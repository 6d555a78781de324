package telar.bench.programs;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stack of numbered cells. Wrong: while one thread pops, another one takes two cells and puts the first back; the head is the
 * same as before, what is below it is not, and a cell that somebody holds is on the stack again. Right: the head carries a count.
 */
public final class AbaStack {
    private static final int NONE = 15;

    /** The number of the top cell in the lowest four bits; above them how often the head has changed, or 0. */
    private final AtomicLong head = new AtomicLong(0);

    private final AtomicIntegerArray below = new AtomicIntegerArray(new int[] {1, 2, NONE});
    private final boolean counted;

    private AbaStack(boolean counted) {
        this.counted = counted;
    }

    public static void wrong() {
        run(new AbaStack(false));
    }

    public static void right() {
        run(new AbaStack(true));
    }

    private static void run(AbaStack stack) {
        int[] held = {NONE, NONE};
        Together.run(
                () -> held[0] = stack.pop(),
                () -> {
                    int first = stack.pop();
                    held[1] = stack.pop();
                    if (first != NONE) {
                        stack.push(first);
                    }
                });
        boolean[] seen = new boolean[3];
        for (int cell : held) {
            meet(seen, cell);
        }
        for (int cell = (int) (stack.head.get() & 15); cell != NONE; cell = stack.below.get(cell)) {
            meet(seen, cell);
        }
    }

    private static void meet(boolean[] seen, int cell) {
        if (cell != NONE) {
            Together.expect(!seen[cell], "a cell is in two places");
            seen[cell] = true;
        }
    }

    private int pop() {
        while (true) {
            long top = head.get();
            int cell = (int) (top & 15);
            if (cell == NONE) {
                return NONE;
            }
            if (head.compareAndSet(top, next(top, below.get(cell)))) {
                return cell;
            }
        }
    }

    private void push(int cell) {
        while (true) {
            long top = head.get();
            below.set(cell, (int) (top & 15));
            if (head.compareAndSet(top, next(top, cell))) {
                return;
            }
        }
    }

    private long next(long top, int cell) {
        return (counted ? (top & ~15L) + 16 : 0) | cell;
    }
}
