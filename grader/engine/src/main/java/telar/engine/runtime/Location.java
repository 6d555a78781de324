package telar.engine.runtime;

/** Something that steps conflict on: a volatile field, a monitor, a thread's end, the clock. Lives for one execution. */
public final class Location {
    /** Names the kind of place (class and field), equal in equivalent executions. */
    final String name;

    /** Number in order of first access within the execution; -1 before that. */
    int number = -1;

    /** Counts writes, so that a waiting thread sees whether anything changed. */
    int version;

    /** What a thread that acquires this location has then seen; null before the first release. */
    int[] clock;

    Location(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** See {@link #number}. */
    public int number() {
        return number;
    }
}
