package telar.engine.runtime;

import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import telar.engine.instrument.BlockingCall;

/** One thread of the program, as the engine sees it. */
public final class LogicalThread {
    static final long NEVER = Long.MAX_VALUE;

    /** What a logical thread is doing. */
    public enum State {
        RUNNABLE("can run", false),
        MONITOR("waits for a lock", true),
        WAITING("waits for a notification", true),
        PARKED("is parked", true),
        JOINING("waits for a thread to end", true),
        SLEEPING("sleeps", true),
        YIELDING("gives way", false),
        OUTSIDE("waits for input or output", false),
        /** Its input or output has come, and it waits for the baton. */
        RETURNED("has its input or output", false),
        CALLING("waits", true),
        IDLE_LOOP("loops until another thread changes something", false),
        MEETING("waits for company", false),
        DEAD("has ended", false);

        final String words;

        /** Whether {@link Thread#getState} may tell it from running. */
        final boolean waits;

        State(String words, boolean waits) {
            this.words = words;
            this.waits = waits;
        }
    }

    final Execution execution;
    final int id;
    final Thread thread;
    final Runnable body;
    final boolean daemon;
    Carrier carrier;

    /** Who makes a trial call in its place just now, or null; asked by that thread itself. */
    Thread impersonator;
    /** Volatile: a thread that comes back from outside changes it without the baton. */
    volatile State state = State.RUNNABLE;

    /** Set by the carrier when it has let go of this thread; volatile because the explorer waits for it. */
    private volatile boolean gone;

    // What it waits for.
    Monitor monitor;
    LogicalThread joined;
    long deadline = NEVER;
    Object blocker;
    BooleanSupplier guard;
    String guardText = "";

    /** Who initialises the class that it waits for, or null. */
    LogicalThread initialiser;

    /** Whether it stands in a static initialiser where others may go on. */
    boolean pausesInAnInitialiser;
    boolean timedOut;
    boolean wokenByInterrupt;
    boolean wokenEarly;
    boolean permit;
    boolean nextParkIsSpurious;
    boolean interrupted;

    /** Written when this thread is unparked, notified or interrupted. */
    final Location signals = new Location("signals of a thread");

    /** Written by this thread when it stops at a wait and when it goes on: what {@link Thread#getState} tells besides. */
    final Location status = new Location("status of a thread");

    /** What {@link Thread#setName} writes. */
    final Location naming = new Location("name of a thread");

    /** What {@link Thread#setUncaughtExceptionHandler} writes, and a thread that dies of an exception reads. */
    final Location handling = new Location("exception handler of a thread");

    final Location end = new Location("end of a thread");

    // Happens-before.
    int clockIndex;
    int[] clock = new int[4];
    final ArrayDeque<SavedClock> savedClocks = new ArrayDeque<>();

    /** The clock of whoever runs a task, meanwhile; null where the task has no clock of its own. */
    record SavedClock(int[] clock, int index, ObjectState task) {}

    // Where it is.
    int site = -1;

    /** The last site inside the JDK from which it made a blocking call. */
    int innerSite = -1;

    /** Whether it has just made a call from the program's own code: the next synchronising access is a point. */
    boolean atCall;

    boolean atCallBefore;

    /** Greater than zero inside static initialisers: no scheduling points. */
    int initializing;

    /** Greater than zero inside static initialisers of shadow copies. */
    int initializingCopies;

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

    /** Whose turn it is among those that have waited in calls while time passed: smaller numbers came first, 0 has not waited. */
    int queued;

    int[] trialVersions;
    boolean trialSucceeds;
    boolean trialBlocked;
    long trialDeadline = NEVER;
    long skew;

    /** What it waits for outside, where that is known; written before it leaves, read while it is away. */
    Object endpoint;

    /** Whether what it waits for outside comes to an end by itself. */
    boolean leftForATime;

    // The access it stands in front of.
    Location pending;
    byte pendingKind;
    Location lastRead;

    /** The monitor that it gave back last, and the lock, semaphore or queue whose blocking call it made last. */
    Monitor lastMonitor;

    Object lastCalled;

    /** Its own handler of uncaught exceptions when it took its first step, or null. */
    Thread.UncaughtExceptionHandler firstHandler;

    final Constructions constructions = new Constructions();

    // Loops.
    int effects;
    int loopSite = -1;
    int loopEffects;
    int barrenRounds;
    final ArrayList<Location> loopReads = new ArrayList<>();
    int[] loopVersions = new int[8];
    int spinSite = -1;
    int spinEffects;

    /** Sleeps so far, and how many there were when the round of the loop began: each is one of its effects. */
    int naps;

    int loopNaps;

    /** How many steps there were when the current round of the loop began, and the last that only slept; -1 for none. */
    int roundBegan;

    int napRoundBegan = -1;

    /** The same of the first of the rounds in a row that only slept; -1 for none. */
    int pollsSince = -1;

    /** How many steps there were after its last one. */
    int lastStep;

    /** Its steps since the clock's move after which they were counted last. */
    int stepsAtThisTime;

    /** Which move that was: how many steps there were then. */
    int stepsCountedSince;

    /** Steps that it took after everybody but daemons had ended. */
    int stepsAfterTheEnd;

    int spins;
    long work;

    /** See {@link Hooks#edgesLeft}; kept here while another thread has the baton. */
    int edgesLeft = Hooks.EDGES_AT_A_TIME;

    long nextForcedYield = Accesses.WORK_IN_A_TURN;
    long yieldedAt;

    /** Whether the JDK's own code, rather than the program's, gave the last hint that others may go first. */
    boolean yieldsInsideTheJdk;

    /** Whether the trace already says what it waits for now. */
    boolean saidThatItWaits;

    /** Operations so far that may end for no reason. */
    int waits;

    /** Identity hash codes handed out to it first. */
    int hashes;
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

    boolean isVirtual() {
        return isVirtual(thread);
    }

    /** {@code Thread.isVirtual()}, which 17 has not. */
    static boolean isVirtual(Thread thread) {
        return thread.getClass().getName().contains("Virtual");
    }

    public String name() {
        String name = thread.getName();
        return name.isEmpty() ? "virtual thread " + id : name;
    }

    public boolean daemon() {
        return daemon;
    }

    /** Whether it sleeps in a loop of which the last round, and this one so far, did nothing but sleep and looked at no clock. */
    boolean polls() {
        return pollsSince >= 0 && state == State.SLEEPING && effects - loopEffects == naps - loopNaps;
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

    /** Whether it stands in front of a lock, a blocking call or an access that others may see. */
    public boolean aboutToSynchronise() {
        return pending != null || state == State.MONITOR || state == State.CALLING;
    }

    void gone() {
        gone = true;
        execution.termination.threadGone(this);
    }

    boolean isGone() {
        return gone;
    }

    @Override
    public String toString() {
        return name();
    }
}
