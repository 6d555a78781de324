package telar.engine.runtime;

import java.util.Arrays;

/** Old values of fields and elements, newest last: of what a trial run of a blocking call overwrote, or of {@link SharedState}. */
final class UndoLog {
    private Object[] owners = new Object[64];
    private long[] offsets = new long[64];
    private long[] bits = new long[64];
    private Object[] references = new Object[64];
    private char[] types = new char[64];
    private int size;

    /**
     * Remembers a field or element before it is overwritten.
     *
     * @param type first character of its descriptor
     */
    void remember(Object owner, long offset, char type) {
        if (size == owners.length) {
            int n = size * 2;
            owners = Arrays.copyOf(owners, n);
            offsets = Arrays.copyOf(offsets, n);
            bits = Arrays.copyOf(bits, n);
            references = Arrays.copyOf(references, n);
            types = Arrays.copyOf(types, n);
        }
        owners[size] = owner;
        offsets[size] = offset;
        types[size] = type;
        switch (type) {
            case 'I', 'F' -> bits[size] = Jdk.getInt(owner, offset);
            case 'J', 'D' -> bits[size] = Jdk.getLong(owner, offset);
            case 'Z', 'B' -> bits[size] = Jdk.getByte(owner, offset);
            case 'S', 'C' -> bits[size] = Jdk.getShort(owner, offset);
            default -> references[size] = Jdk.getReference(owner, offset);
        }
        size++;
    }

    /** Puts all old values back, newest first, and forgets them. */
    void rollBack() {
        putBack();
        clear();
    }

    /** Puts all old values back, newest first; they may be put back again. */
    void putBack() {
        for (int i = size - 1; i >= 0; i--) {
            switch (types[i]) {
                case 'I', 'F' -> Jdk.putInt(owners[i], offsets[i], (int) bits[i]);
                case 'J', 'D' -> Jdk.putLong(owners[i], offsets[i], bits[i]);
                case 'Z', 'B' -> Jdk.putByte(owners[i], offsets[i], (byte) bits[i]);
                case 'S', 'C' -> Jdk.putShort(owners[i], offsets[i], (short) bits[i]);
                default -> Jdk.putReference(owners[i], offsets[i], references[i]);
            }
        }
    }

    void clear() {
        Arrays.fill(owners, 0, size, null);
        Arrays.fill(references, 0, size, null);
        size = 0;
    }
}
