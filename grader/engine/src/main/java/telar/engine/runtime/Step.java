package telar.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;

/** What one thread did between two scheduling points: the locations it touched, and the choice that led to it. */
public final class Step {
    public static final byte READ = 0;
    public static final byte WRITE = 1;
    public static final byte ACQUIRE = 2;
    public static final byte RELEASE = 3;

    /** Reads what ended a wait: ordered after it, but never the other way round. */
    public static final byte AWAIT = 4;

    final int thread;

    /** The thread that ran before, and whether it could have gone on: choosing another one is then a preemption. */
    final int previous;

    final boolean previousEnabled;

    /** The enabled threads among the first 64, one bit each. */
    final long enabled;

    /** Whether the clock moved just before: everything before is ordered before everything after. */
    final boolean barrier;

    /** How many locations had been numbered when the step began: smaller numbers mean the same in every continuation. */
    final int knownLocations;

    /** Whether its thread waited for the clock, and the clock has moved. */
    boolean wokenByClock;

    int site;

    /** Whether the step is a whole blocking call. */
    boolean wholeCall;

    private final ArrayList<Location> locations = new ArrayList<>(4);
    private byte[] kinds = new byte[8];

    Step(int thread, int previous, boolean previousEnabled, long enabled, boolean barrier, int knownLocations, int site) {
        this.thread = thread;
        this.previous = previous;
        this.previousEnabled = previousEnabled;
        this.enabled = enabled;
        this.barrier = barrier;
        this.knownLocations = knownLocations;
        this.site = site;
    }

    void add(Location location, byte kind) {
        int n = locations.size();
        if (n > 0 && locations.get(n - 1) == location && kinds[n - 1] == kind) {
            return;
        }
        if (n == kinds.length) {
            kinds = Arrays.copyOf(kinds, n * 2);
        }
        locations.add(location);
        kinds[n] = kind;
    }

    public int thread() {
        return thread;
    }

    public int previous() {
        return previous;
    }

    public boolean previousEnabled() {
        return previousEnabled;
    }

    public long enabled() {
        return enabled;
    }

    public boolean barrier() {
        return barrier;
    }

    public boolean wokenByClock() {
        return wokenByClock;
    }

    public int knownLocations() {
        return knownLocations;
    }

    public int site() {
        return site;
    }

    public boolean wholeCall() {
        return wholeCall;
    }

    public int accesses() {
        return locations.size();
    }

    public Location location(int access) {
        return locations.get(access);
    }

    public byte kind(int access) {
        return kinds[access];
    }

    /** Whether accesses of this kind commute with each other. */
    public static boolean readOnly(byte kind) {
        return kind == READ || kind == AWAIT;
    }
}
