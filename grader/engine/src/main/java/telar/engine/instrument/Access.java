package telar.engine.instrument;

/**
 * The numbers by which generated code tells a hook what kind of access it is about to make.
 *
 * <p>Plain numbers because they are constants in generated code. A hook takes the kind with {@link #KIND_MASK}.
 */
public final class Access {

    /** The access only reads. */
    public static final int READ = 0;

    /** The access only writes. */
    public static final int WRITE = 1;

    /** The access reads, and may write, in one step: {@code getAndAdd}, {@code compareAndExchange}. */
    public static final int READ_MODIFY_WRITE = 2;

    /** As {@link #READ_MODIFY_WRITE}; {@code casPost(boolean)} follows and says whether it wrote. */
    public static final int COMPARE_AND_SET = 3;

    /** The bits that hold one of the four kinds above. */
    public static final int KIND_MASK = 7;

    /** Added to the kind of a {@code VarHandle} access that the program makes in plain mode: it orders nothing. */
    public static final int PLAIN = 8;

    /** Added where the access neither acquires nor releases, but cannot be in a data race with its like. */
    public static final int OPAQUE = 1 << 16;

    /** Added where the access acquires and does not release. */
    public static final int ACQUIRE = 1 << 17;

    /** Added where the access releases and does not acquire. */
    public static final int RELEASE = 1 << 18;

    /** By how many bits the type character of an {@code Unsafe} access ({@code I J Z L}) is shifted above its kind. */
    public static final int TYPE_SHIFT = 4;

    /** For {@code objAccess}: the object locks itself, as a {@code StringBuffer} does. */
    public static final int SELF_LOCKING = 2;

    /** For {@code objAccess}: the object is safe for use by several threads, but does not say that it orders what they do. */
    public static final int SELF_CONTAINED = 3;

    private Access() {}

    /** The mode that the name of a {@code VarHandle} or {@code Unsafe} method tells; 0 for volatile. */
    static int modeOfMethod(String name) {
        if (name.endsWith("Acquire")) {
            return ACQUIRE;
        }
        if (name.endsWith("Release")) {
            return RELEASE;
        }
        boolean plain = name.endsWith("Plain") || name.matches("(get|set|put)(Int|Long|Reference|Boolean|Object)?");
        return plain || name.endsWith("Opaque") ? OPAQUE : 0;
    }

    static int ofMethod(String name) {
        if (name.startsWith("compareAndSet") || name.startsWith("compareAndSwap") || name.startsWith("weakCompareAnd")) {
            return COMPARE_AND_SET;
        }
        if (name.startsWith("compareAnd") || name.startsWith("getAnd")) {
            return READ_MODIFY_WRITE;
        }
        return name.startsWith("set") || name.startsWith("put") ? WRITE : READ;
    }
}
