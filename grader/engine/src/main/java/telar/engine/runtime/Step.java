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

    int site;

    /** Whether the step is a whole blocking call. */
    boolean wholeCall;

    /** Whether unrelated steps could each have let the thread go on: an interrupt, or writes of different things that a loop reads. */
    boolean wakesInSeveralWays;

    /** Null until there is one, and for ever in a step of which only the number of accesses is kept. */
    private ArrayList<Location> locations;

    private byte[] kinds;
    private int touched;
    private boolean brief;
    private Location last;
    private byte lastKind;

    Step(int thread, int previous, boolean previousEnabled, long enabled, boolean barrier, int knownLocations, int site) {
        this.thread = thread;
        this.previous = previous;
        this.previousEnabled = previousEnabled;
        this.enabled = enabled;
        this.barrier = barrier;
        this.knownLocations = knownLocations;
        this.site = site;
    }

    /** Of this step no accesses are kept: it belongs to a run that is too long for anybody to look at them. */
    void keepNoAccesses() {
        brief = true;
    }

    void add(Location location, byte kind) {
        if (last == location && lastKind == kind) {
            return;
        }
        last = location;
        lastKind = kind;
        int n = touched++;
        if (brief) {
            return;
        }
        if (locations == null) {
            locations = new ArrayList<>(4);
            kinds = new byte[8];
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

    public int knownLocations() {
        return knownLocations;
    }

    public int site() {
        return site;
    }

    public boolean wholeCall() {
        return wholeCall;
    }

    public boolean wakesInSeveralWays() {
        return wakesInSeveralWays;
    }

    /** How many accesses are kept. */
    public int accesses() {
        return locations == null ? 0 : locations.size();
    }

    /** How many accesses there were, kept or not. */
    int touched() {
        return touched;
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
