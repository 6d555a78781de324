package telar.engine.instrument;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives equal values one small number for the life of the JVM, because generated code can only carry numbers.
 *
 * <p>Reading takes no lock: hooks read at every step.
 */
final class AppendOnlyTable<T> {

    /** Guarded by {@code this}. */
    private final Map<T, Integer> ids = new HashMap<>();

    /** Volatile: orders the filling of a slot before a reader's look at it; written again after each filling. */
    private volatile Object[] slots = new Object[1024];

    synchronized int id(T value) {
        Integer known = ids.get(value);
        if (known != null) {
            return known;
        }
        int id = ids.size();
        ids.put(value, id);
        Object[] next = id < slots.length ? slots : Arrays.copyOf(slots, slots.length * 2);
        next[id] = value;
        slots = next;
        return id;
    }

    @SuppressWarnings("unchecked") // only id(T) fills slots
    T get(int id) {
        Object value = slots[id];
        if (value == null) {
            throw new IndexOutOfBoundsException("no entry " + id);
        }
        return (T) value;
    }
}
