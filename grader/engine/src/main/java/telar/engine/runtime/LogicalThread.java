package telar.engine.runtime;

import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import telar.engine.instrument.BlockingCall;

/** One thread of the program, as the engine sees it. */
public final class LogicalThread {
    static final long NEVER = Long.MAX_VALUE;

    /** What a logical thread is doing. */
    public enum State {
        RUNNABLE("can run"),
        MONITOR("waits for a lock"),
        WAITING("waits for a notification"),
        PARKED("is parked"),
        JOINING("waits for a thread to end"),
        SLEEPING("sleeps"),
        YIELDING("gives way"),
        OUTSIDE("waits for input or output"),
        CALLING("waits"),
        IDLE_LOOP("loops until another thread changes something"),
        MEETING("waits for company"),
        DEAD("has ended");

        final String words;

        State(String words) {
            this.words = words;
        }
    }

    final Execution execution;
    final int id;
    final Thread thread;
    final Runnable body;
    final boolean daemon;
    Carrier carrier;
    State state = State.RUNNABLE;

    /** Set by the carrier when it has let go of this thread; volatile because the explorer waits for it. */
    private volatile boolean gone;

    // What it waits for.
    Monitor monitor;
    LogicalThread joined;
    long deadline = NEVER;
    Object blocker;
    BooleanSupplier guard;
    String guardText = "";
    boolean timedOut;
    boolean wokenByInterrupt;
    boolean wokenEarly;
    boolean permit;
    boolean interrupted;

    /** Written when this thread is unparked, notified or interrupted. */
    final Location signals = new Location("signals of a thread");

    final Location end = new Location("end of a thread");

    // Happens-before.
    int clockIndex;
    int[] clock = new int[4];
    final ArrayDeque<SavedClock> savedClocks = new ArrayDeque<>();

    record SavedClock(int[] clock, int index) {}

    // Where it is.
    int site = -1;

    /** The last site inside the JDK from which it made a blocking call. */
    int innerSite = -1;

    /** Whether it has just made a call from the program's own code: the next synchronising access is a point. */
    boolean atCall;

    boolean atCallBefore;

    /** Greater than zero inside static initialisers: no scheduling points. */
    int initializing;

    CallMode callMode = CallMode.NONE;
    CallMode callModeBefore = CallMode.NONE;

    enum CallMode {
        /** Not inside a blocking call that is run as one step. */
        NONE,
        /** A trial run that will be undone. */
        TRIAL,
        /** The real run. */
        REAL,
        /** The real run of a call whose time is up: parking lets its own clock pass. */
        EXPIRED
    }

    // The blocking call it stands in front of.
    BlockingCall call;
    Object[] callArguments;
    MethodHandle callHandle;
    Step trialStep;
    int[] trialVersions;
    boolean trialSucceeds;
    boolean trialBlocked;
    long trialDeadline = NEVER;
    long skew;

    // The access it stands in front of.
    Location pending;
    byte pendingKind;
    Location lastRead;

    /** The monitor that it gave back last, and the lock, semaphore or queue whose blocking call it made last. */
    Monitor lastMonitor;

    Object lastCalled;

    // Loops.
    int effects;
    int loopSite = -1;
    int loopEffects;
    int barrenRounds;
    final ArrayList<Location> loopReads = new ArrayList<>();
    int[] loopVersions = new int[8];
    int spinSite = -1;
    int spins;
    long work;
    long nextForcedYield = 3_000;
    long yieldedAt;

    /** Whether the trace already says what it waits for now. */
    boolean saidThatItWaits;

    int waits;
    int born = -1;
    int children;
    int unwindings;
    boolean abandoned;

    LogicalThread(Execution execution, int id, Thread thread, Runnable body, boolean daemon) {
        this.execution = execution;
        this.id = id;
        this.thread = thread;
        this.body = body;
        this.daemon = daemon;
    }

    public int id() {
        return id;
    }

    public State state() {
        return state;
    }

    public String name() {
        return thread.getName();
    }

    public boolean daemon() {
        return daemon;
    }

    public boolean alive() {
        return state != State.DEAD;
    }

    /** The step that started it, or -1 for the first thread. */
    public int born() {
        return born;
    }

    /** The location of the access it stands in front of, or null. */
    public Location pending() {
        return pending;
    }

    public boolean pendingWrite() {
        return pendingKind == Step.WRITE;
    }

    /** Whether it is about to overwrite the location that it read last, or to take the lock again that it gave back last. */
    public boolean aboutToOverwriteItsRead() {
        return switch (state) {
            case RUNNABLE -> pending != null && pendingWrite() && lastRead == pending;
            case MONITOR -> monitor == lastMonitor;
            case CALLING -> callArguments[0] == lastCalled;
            default -> false;
        };
    }

    /** Whether its thread is one of the JDK's own: a fork-join worker, a timer's thread. */
    public boolean ranJdkThread() {
        return thread.getClass().getName().startsWith("shadow.");
    }

    void gone() {
        gone = true;
        LockSupport.unpark(execution.explorer);
    }

    boolean isGone() {
        return gone;
    }

    @Override
    public String toString() {
        return name();
    }
}
