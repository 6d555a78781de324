package telar.engine.runtime;

import java.util.Arrays;

/** Vector clocks as growing int arrays; an index beyond the end counts as 0. */
final class VectorClock {
    private VectorClock() {}

    static int at(int[] clock, int index) {
        return index < clock.length ? clock[index] : 0;
    }

    /** The component-wise maximum, in {@code into} when it is long enough. */
    static int[] join(int[] into, int[] other) {
        if (other == null) {
            return into;
        }
        int[] result = into.length < other.length ? Arrays.copyOf(into, other.length) : into;
        for (int i = 0; i < other.length; i++) {
            if (other[i] > result[i]) {
                result[i] = other[i];
            }
        }
        return result;
    }
}
