package telar.engine.runtime;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import telar.engine.instrument.FieldRef;
import telar.engine.instrument.Fields;

/** Where fields lie in their objects: the number by which the engine knows the place of an access. */
final class FieldOffsets {
    /** Keys of static fields, of fields that could not be found, and of handles: beyond every real offset. */
    private static final long STATIC_KEY = 1L << 40;

    private static final long UNKNOWN_KEY = 1L << 41;
    static final long HANDLE_KEY = 1L << 42;

    /** Offsets by field id, found on first use; equal for every loader that defines the class again. */
    private static volatile long[] offsets = new long[1024];

    /** The field that a handle accesses; filled when the program makes the handle. */
    private static final Map<VarHandle, Long> HANDLE_OFFSETS = Collections.synchronizedMap(new WeakHashMap<>());

    private FieldOffsets() {}

    /** Whether a key says where the field lies. */
    static boolean isReal(long key) {
        return key < STATIC_KEY;
    }

    /** The field's offset, or a number beyond all offsets where it has none. */
    static long key(int field, Object owner) {
        long[] known = offsets;
        if (field < known.length && known[field] != 0) {
            return known[field];
        }
        FieldRef ref = Fields.get(field);
        long offset;
        if (ref.isStatic()) {
            offset = STATIC_KEY | field;
        } else {
            Class<?> type = owner.getClass();
            while (type != null && !type.getName().equals(ref.ownerBinaryName())) {
                type = type.getSuperclass();
            }
            offset = type == null ? UNKNOWN_KEY | field : Jdk.fieldOffset(type, ref.name());
        }
        synchronized (HANDLE_OFFSETS) { // against losing an entry while the table grows
            long[] table = offsets;
            if (field >= table.length) {
                table = Arrays.copyOf(table, Math.max(field + 1, table.length * 2));
            }
            table[field] = offset;
            offsets = table;
        }
        return offset;
    }

    /** Forgets them all; see {@link Hooks#forgetOffsets}. */
    static void forget() {
        synchronized (HANDLE_OFFSETS) {
            offsets = new long[offsets.length];
        }
    }

    /** Remembers which field a handle accesses. */
    static void register(VarHandle handle, Class<?> owner, String field) {
        try {
            HANDLE_OFFSETS.put(handle, Jdk.fieldOffset(owner, field));
        } catch (RuntimeException | InternalError e) {
            // A field without an offset (of a record or hidden class): the handle itself stands for the place.
        }
    }

    /** The offset of the field that a handle accesses, or null where that is not known. */
    static Long of(VarHandle handle) {
        return HANDLE_OFFSETS.get(handle);
    }
}
