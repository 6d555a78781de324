package telar.engine.runtime;

import java.util.Arrays;

/** The old values of what a trial run of a blocking call overwrote, newest last. */
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

    void rollBack() {
        while (size > 0) {
            size--;
            Object owner = owners[size];
            long offset = offsets[size];
            switch (types[size]) {
                case 'I', 'F' -> Jdk.putInt(owner, offset, (int) bits[size]);
                case 'J', 'D' -> Jdk.putLong(owner, offset, bits[size]);
                case 'Z', 'B' -> Jdk.putByte(owner, offset, (byte) bits[size]);
                case 'S', 'C' -> Jdk.putShort(owner, offset, (short) bits[size]);
                default -> {
                    Jdk.putReference(owner, offset, references[size]);
                    references[size] = null;
                }
            }
            owners[size] = null;
        }
    }

    void clear() {
        Arrays.fill(owners, 0, size, null);
        Arrays.fill(references, 0, size, null);
        size = 0;
    }
}
