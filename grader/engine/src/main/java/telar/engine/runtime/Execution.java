package telar.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import telar.engine.Failure;
import telar.engine.instrument.Sites;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/**
 * One run of a program under one schedule: who exists, who has the baton, what time it is, and what has happened.
 *
 * <p>Create it, {@link #run} it once, then read it. While it runs, its state belongs to the thread that has the baton.
 */
public final class Execution {
    /** Steps without any move of the clock after which it moves although somebody could go on: a spinner must not stop time. */
    private static final int STEPS_BEFORE_CLOCK_MOVES = 1_500;

    /** Steps in a row by one thread after which another one that can go on must. */
    private static final int STEPS_BEFORE_OTHERS_MUST = 500;

    /** Rounds in which those that can go on only give way, after which the clock moves. */
    private static final int YIELDS_BEFORE_CLOCK_MOVES = 40;

    /** The same while one of them gives way inside the JDK, which does so a limited number of times (up to 256) and then blocks. */
    private static final int YIELDS_OF_THE_JDK_BEFORE_CLOCK_MOVES = 1_000;

    /** Moves of the clock, after the body has ended, for threads that only nap and never end. */
    private static final int CLOCK_MOVES_AFTER_BODY = 200;

    /**
     * Moves of the clock while nobody does anything but sleep in a loop, after which that is called no progress. One would do if
     * all that a loop may look at were seen; some objects of the JDK change unseen.
     */
    private static final int CLOCK_MOVES_WHILE_POLLING = 300;

    /** Moves of the clock in which only daemons did anything while the others are stuck. */
    private static final int CLOCK_MOVES_WHILE_STUCK = 1_000;

    /** Steps of a daemon, after everybody else has ended, that show what it does next. */
    private static final int STEPS_AFTER_THE_END = 3;

    private static final int MAX_THREADS = 1_000;

    private static volatile Execution current;

    /** The thread with the baton. Volatile because {@link #here} is asked by any thread of the JVM. */
    private static volatile LogicalThread running;

    final Options options;
    final Chooser chooser;
    private final int maxSteps;
    final Thread explorer;
    final Accesses accesses;
    final Primitives primitives;
    final BlockingCallRunner calls;
    final Outside outside;
    final Initialisations initialisations = new Initialisations(this);
    final RaceDetector races;
    final Recorder recorder;

    private final List<LogicalThread> threads = new ArrayList<>();
    private final Map<Thread, LogicalThread> byThread = new IdentityHashMap<>();

    /** What virtual threads that were not started yet are to do: they do not tell. */
    private final Map<Thread, Runnable> tasks = new IdentityHashMap<>();

    private final IdentityHashMap<Object, ObjectState> states = new IdentityHashMap<>();
    private final Map<String, Map<Object, Integer>> named = new java.util.HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> pendingSteps = new ArrayList<>();
    private final Map<Integer, List<Step>> pendingBefore = new java.util.HashMap<>();
    private final TreeSet<SpuriousWait> waitsSeen = new TreeSet<>();

    /** Volatile: set by the thread that ends the run, asked by the explorer. */
    private volatile boolean ended;


    final Location clockLocation = new Location("clock");
    final Location spawnLocation = new Location("spawn");
    private final Location namesLocation = new Location("names of threads");
    static final long CLOCK_START = 1_000_000_000L;

    /** The deadline of waits for longer than a clock can count. */
    static final long NO_SUCH_TIME = LogicalThread.NEVER - 1;

    long clock = CLOCK_START;
    Step step;
    int locations;
    long turns;

    /** Volatile: read by threads that lost the baton, to unwind when the run has ended. */
    volatile boolean over;

    private Ending ending;

    /** The thread whose death ended the run, if one did. Volatile: read by every carrier that lets go of its thread. */
    private volatile LogicalThread last;

    private boolean bodyDone;
    private boolean interrupted;
    private boolean barrier;
    private boolean paced;
    boolean slept;
    boolean waitersLookedAt;
    private int yieldRounds;
    private int ticks;
    private int lastClockMove;
    private int clockMovesAfterBody;
    private int clockMovesWhileStuck;
    private int clockMovesWhilePolling;
    private int queued;
    private int earlyWakesLeft = 6;
    private int inARow;
    private int namesGiven;
    Thread.UncaughtExceptionHandler defaultHandler;

    /** A wait that could have woken without a signal: which thread's, and which of its waits. */
    public record SpuriousWait(int thread, int number) implements Comparable<SpuriousWait> {
        @Override
        public int compareTo(SpuriousWait other) {
            return thread != other.thread ? Integer.compare(thread, other.thread) : Integer.compare(number, other.number);
        }
    }

    public Execution(Chooser chooser, Options options, boolean recording) {
        this.chooser = chooser;
        this.options = options;
        this.maxSteps = chooser instanceof FairChooser ? options.longestFairRun() : options.maxSteps();
        this.explorer = Thread.currentThread();
        this.races = new RaceDetector(this);
        this.accesses = new Accesses(this);
        this.primitives = new Primitives(this);
        this.calls = new BlockingCallRunner(this);
        this.outside = new Outside(this);
        this.recorder = recording ? new Recorder() : null;
    }

    // ---- what it was

    public Ending ending() {
        return ending;
    }

    public List<Step> steps() {
        return steps;
    }

    /** The operations in front of which threads still stood when the run ended. */
    public List<Step> pendingSteps() {
        return pendingSteps;
    }

    /**
     * Operations in front of which threads stood just before the step with this index, which ended their wait in another way: the clock
     * moved, or they were interrupted.
     */
    public List<Step> pendingBefore(int index) {
        return pendingBefore.getOrDefault(index, List.of());
    }

    public List<LogicalThread> threads() {
        return threads;
    }

    public List<String> races() {
        return races.races().stream().map(RaceDetector.Race::message).toList();
    }

    /** {@code File.java:line} of both sides of every race found. */
    public List<String> raceSites() {
        List<String> sites = new ArrayList<>();
        for (RaceDetector.Race race : races.races()) {
            for (int site : new int[] {race.first().site(), race.second().site()}) {
                if (site >= 0) {
                    sites.add(Sites.get(site).file() + ":" + Sites.get(site).line());
                }
            }
        }
        return sites;
    }

    /** What the run cost beside its steps, in the units of {@link Accesses#worked}. */
    public long work() {
        long work = 0;
        for (LogicalThread thread : threads) {
            work += thread.work;
        }
        return work;
    }

    /** Waits that took place, for a search over spurious wake-ups. */
    public TreeSet<SpuriousWait> waitsSeen() {
        return waitsSeen;
    }

    /** Whether fairness or pacing cut some choices off: then nobody may say "all". */
    public boolean paced() {
        return paced;
    }

    /** Whether any thread slept: without that, early sleepers make no difference. */
    public boolean slept() {
        return slept;
    }

    /** Whether the program asked whether another thread waits: then it matters whether that one has come to its wait yet. */
    public boolean waitersLookedAt() {
        return waitersLookedAt;
    }

    /** Whether real input or output took part. */
    public boolean outsideSeen() {
        return outside.seen();
    }

    /** Whether the program started a process: such runs are slow. */
    public boolean startedAProcess() {
        return outside.startedAProcess();
    }

    public Recorder recorder() {
        return recorder;
    }

    // ---- one run

    static Execution current() {
        return current;
    }

    /** The logical thread that the calling thread is, or null outside an execution. */
    static LogicalThread here() {
        LogicalThread thread = running;
        Thread caller = Thread.currentThread();
        return thread != null && (thread.carrier == caller || thread.impersonator == caller) ? thread : null;
    }

    /** Must be called before the first shadow copy is loaded: exports what the copies name. */
    public static void prepareJdk() {
        Jdk.ready();
    }

    /** A carrier has let go of a thread. Only at the end does the explorer wait for that. */
    void threadGone(LogicalThread thread) {
        if (thread == last) {
            ended = true;
        }
        if (over || ended) {
            LockSupport.unpark(explorer);
        }
    }

    /** Runs the body as the first thread and returns when the run has ended and every thread has been unwound. */
    public void run(Runnable body) {
        current = this;
        running = null;
        Jdk.nameThreadsFromZero();
        Thread first = new Thread("main");
        first.setDaemon(false);
        LogicalThread main = new LogicalThread(this, 0, first, body, false);
        main.clockIndex = races.newClockIndex("main");
        main.clock[0] = 1;
        threads.add(main);
        byThread.put(main.thread, main);
        newStep(main, 1, -1, false);
        main.carrier = Carrier.carry(main);
        hasTheBaton(main);
        main.carrier.wake();
        awaitEnd();
        collectPending(pendingSteps);
        tearDown();
        running = null;
        current = null;
    }

    private void awaitEnd() {
        Silence silence = new Silence(this);
        while (!ended) {
            if (Thread.interrupted()) {
                interrupted = true;
                end(new Ending.Unjudged("the exploration was interrupted"));
            } else if (outside.nobodyHasTheBaton()) {
                outside.decide();
            } else if (silence.look(running)) {
                LockSupport.parkNanos(this, Silence.GLANCE_NANOS);
            }
        }
    }

    /** Unwinds every thread, those first that keep a class from being initialised: others may wait for it in the JVM itself. */
    private void tearDown() {
        over = true;
        step = new Step(0, -1, false, 0, false, locations, -1); // what unwinding touches belongs to no step
        outside.close();
        List<LogicalThread> left = new ArrayList<>();
        for (LogicalThread thread : threads) {
            if (!thread.isGone() && thread.carrier != null) {
                left.add(thread.initializing > 0 ? 0 : left.size(), thread);
            }
        }
        for (LogicalThread thread : left) {
            running = thread;
            if (thread.state == State.OUTSIDE) {
                thread.carrier.interrupt(); // what was opened is closed; an interrupt ends other waits
            }
            if (thread.state != State.DEAD) { // a dead one needs no baton to let go of its carrier
                thread.carrier.wake();
            }
            // A net: a thread that blocks for real is left to itself.
            long patience = System.nanoTime() + 500_000_000L;
            while (!thread.isGone() && !thread.abandoned && System.nanoTime() < patience) {
                LockSupport.parkNanos(this, 50_000_000L);
                interrupted |= Thread.interrupted(); // it would keep this thread from parking
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called by a carrier that has got the baton for a thread's first step. */
    void runThread(LogicalThread thread) {
        try {
            if (!over) {
                thread.body.run();
            }
        } catch (Teardown e) {
            // The run is over.
        } catch (Throwable e) {
            if (!over) {
                try {
                    uncaught(thread, e);
                } catch (Teardown t) {
                    // The run is over.
                } catch (AssertionError failedInTheHandler) {
                    endedBy(thread, failedInTheHandler);
                }
            }
        }
        if (over) {
            thread.state = State.DEAD;
            return;
        }
        Monitor its = usedAsALock(thread);
        if (its != null) {
            try {
                primitives.enter(thread, thread.thread, false);
            } catch (Teardown e) {
                thread.state = State.DEAD;
                return;
            }
        }
        thread.state = State.DEAD;
        note(thread, () -> "ends");
        if (its != null) {
            primitives.signalTheEnd(thread, its);
        }
        accesses.touch(thread, thread.end, Step.WRITE);
        races.release(thread, thread.end);
        if (thread.id == 0) {
            bodyDone = true;
        }
        try {
            schedule(thread, false);
        } catch (Teardown e) {
            // The run is over.
        }
    }

    /** The monitor of a thread that ends, if anybody has used it: the JVM takes it to tell those who wait on the thread. */
    private Monitor usedAsALock(LogicalThread thread) {
        ObjectState state = thread.isVirtual() ? null : states.get(thread.thread);
        return state == null ? null : state.monitor;
    }

    private void uncaught(LogicalThread thread, Throwable thrown) {
        Throwable error = thrown;
        if (error instanceof java.lang.reflect.InvocationTargetException e && e.getCause() != null) {
            error = e.getCause();
        }
        if (error instanceof Teardown || error instanceof telar.engine.Planned) {
            return;
        }
        if (thread.id != 0 && handled(thread, error)) {
            return;
        }
        finish(Failures.of(thread, error), thread);
    }

    private void endedBy(LogicalThread thread, Throwable error) {
        try {
            finish(Failures.of(thread, error), thread);
        } catch (Teardown e) {
            // The run is over.
        }
    }

    private boolean handled(LogicalThread thread, Throwable error) {
        Thread.UncaughtExceptionHandler handler = thread.thread.getUncaughtExceptionHandler();
        if (handler instanceof ThreadGroup group) {
            while (group != null && group.getClass() == ThreadGroup.class) {
                group = group.getParent();
            }
            handler = group != null ? group : defaultHandler;
        }
        if (handler == null || error instanceof AssertionError) {
            return false;
        }
        try {
            handler.uncaughtException(thread.thread, error);
        } catch (Teardown | AssertionError e) {
            throw e;
        } catch (Throwable e) {
            // The JVM ignores what a handler throws.
        }
        return true;
    }

    // ---- objects and threads

    ObjectState stateOf(Object object) {
        ObjectState state = states.get(object);
        if (state == null) {
            state = new ObjectState();
            states.put(object, state);
        }
        return state;
    }

    Monitor monitorOf(Object object) {
        ObjectState state = stateOf(object);
        if (state.monitor == null) {
            state.monitor = new Monitor(object);
        }
        return state.monitor;
    }

    /** Whether this thread has been started. */
    Location startOf(Thread thread) {
        ObjectState state = stateOf(thread);
        if (state.started == null) {
            state.started = new Location("start of a thread");
        }
        return state.started;
    }

    /** What a virtual thread, made but not started, is to do. Its {@code run()} would do nothing outside the JDK's own scheduler. */
    void remember(Thread virtual, Runnable task) {
        tasks.putIfAbsent(virtual, task); // the innermost factory knows best
    }

    /** What a thread does once it is started. */
    Runnable taskOf(Thread thread) {
        Runnable task = tasks.remove(thread);
        return task == null ? thread::run : task;
    }

    LogicalThread logical(Thread thread) {
        return byThread.get(thread);
    }

    /**
     * The identity hash code of an object: from its name where it has one, otherwise from who asked first and how often that
     * thread had asked before, so that it does not depend on what others do meanwhile.
     */
    int identityHash(LogicalThread asking, Object object) {
        if (object instanceof Class<?> type) {
            return mixed(type.getName().hashCode());
        }
        if (object instanceof Enum<?> constant) {
            return mixed(constant.getDeclaringClass().getName().hashCode() + constant.ordinal());
        }
        if (object instanceof Thread thread && logical(thread) != null) {
            return mixed(-1 - logical(thread).id);
        }
        ObjectState state = stateOf(object);
        if (state.hash == 0) {
            state.hash = mixed(asking.id << 16 | ++asking.hashes & 0xFFFF);
            state.hashLocation = new Location("hash code of " + object.getClass().getName());
            accesses.touch(asking, state.hashLocation, Step.WRITE);
        } else {
            accesses.touch(asking, state.hashLocation, Step.READ);
        }
        return state.hash;
    }

    private static int mixed(int number) {
        return (number * 0x9E3779B9 >>> 7) | 1;
    }

    /** An object for a reader: its class, with a number where the run has met several of that class. */
    String nameOf(Object object) {
        String type = Names.of(object);
        if (recorder == null) {
            return type; // numbers are for the trace and the message that goes with it
        }
        Map<Object, Integer> met = named.computeIfAbsent(type, t -> new IdentityHashMap<>());
        Integer number = met.get(object);
        if (number == null) {
            number = met.size() + 1;
            met.put(object, number);
        }
        return number == 1 && !type.equals("Object") ? type : type + "#" + number;
    }

    LogicalThread addThread(LogicalThread parent, Thread thread, Runnable body) {
        LogicalThread child = new LogicalThread(this, threads.size(), thread, body, thread.isDaemon());
        child.site = parent.site;
        child.interrupted = thread.isInterrupted();
        child.clockIndex = races.newClockIndex(child.name());
        child.clock = java.util.Arrays.copyOf(parent.clock, Math.max(parent.clock.length, child.clockIndex + 1));
        child.clock[child.clockIndex] = 1;
        parent.clock[parent.clockIndex]++;
        child.born = steps.size() - 1;
        threads.add(child);
        byThread.put(thread, child);
        child.carrier = Carrier.carry(child);
        return child;
    }

    boolean roomForAnotherThread() {
        return threads.size() < MAX_THREADS;
    }

    void sawWait(LogicalThread thread) {
        waitsSeen.add(new SpuriousWait(thread.id, thread.waits));
    }

    void note(LogicalThread thread, Supplier<String> text) {
        if (recorder != null && ending == null && thread.callMode != CallMode.TRIAL) {
            recorder.note(thread, thread.site, text);
        }
    }

    // ---- scheduling

    /** A scheduling point of a thread that can go on. */
    void point(LogicalThread me) {
        if (over) {
            unwind(me);
            return;
        }
        if (me.initializing > 0 || me.callMode == CallMode.TRIAL) {
            return;
        }
        me.state = State.RUNNABLE;
        schedule(me, false);
    }

    /** A thread is about to wait, and has not begun to. */
    void hesitate(LogicalThread me) {
        if (options.hesitant() && me.callMode == CallMode.NONE) {
            point(me);
        }
    }

    /** Waits until any other thread has taken a step. */
    void giveWay(LogicalThread me) {
        if (me.callMode != CallMode.NONE || me.initializing > 0) {
            return;
        }
        me.atCall = false;
        if (over) {
            unwind(me);
        }
        me.state = State.YIELDING;
        me.yieldedAt = turns;
        paced = true;
        schedule(me, true);
        me.state = State.RUNNABLE;
    }

    /** The thread is at a point, blocked or dead: choose who goes on, and return when it has the baton again. */
    void schedule(LogicalThread me, boolean yielding) {
        if (over) {
            if (me.state != State.DEAD) {
                unwind(me);
            }
            return;
        }
        if (me.initializing > 0 && me.state == State.RUNNABLE && !me.pausesInAnInitialiser) {
            return;
        }
        if (me.state.waits) {
            accesses.mark(me.status, Step.WRITE);
            if (Failures.closesACycle(me)) {
                stuck(me);
                return;
            }
        }
        if (Jdk.namesGiven() != namesGiven) {
            namesGiven = Jdk.namesGiven();
            accesses.mark(namesLocation, Step.WRITE);
        }
        if (atItsLimit()) {
            cut(me);
            return;
        }
        if (bodyDone && onlyDaemonsLeft()) {
            LogicalThread unseen = unknownDaemon();
            if (unseen == null) {
                complete(me);
            } else {
                take(me, unseen, List.of(unseen), false);
            }
            return;
        }
        if (steps.size() - lastClockMove > STEPS_BEFORE_CLOCK_MOVES && earliestDeadline() != LogicalThread.NEVER) {
            paced = true;
            if (!outside.admitReturned()) {
                moveClock();
            }
        }
        if (chooser.letsInEarly()) {
            outside.admitReturned();
        }
        List<LogicalThread> enabled = enabledThreads();
        while (enabled.isEmpty()) {
            if (!somethingElseHappens(me, enabled)) {
                return;
            }
        }
        boolean rather = yielding;
        if (enabled.size() > 1 && inARow >= STEPS_BEFORE_OTHERS_MUST && enabled.remove(me)) {
            paced = true;
            rather = true;
        }
        LogicalThread next = enabled.size() == 1 && !chooser.wantsForcedChoices() ? enabled.get(0) : null;
        if (next == null) {
            int id = chooser.choose(this, me, Collections.unmodifiableList(enabled), rather);
            if (id == Chooser.REDUNDANT) {
                finish(new Ending.Redundant(), me);
                return;
            }
            for (LogicalThread thread : enabled) {
                if (thread.id == id) {
                    next = thread;
                }
            }
            if (next == null) {
                finish(new Ending.Diverged(), me);
                return;
            }
        }
        take(me, next, enabled, rather);
    }

    /**
     * A daemon of which nobody knows what it would do next, or null. It is let go to its first operation before the run ends: otherwise
     * nobody could tell what would be different if it came earlier.
     */
    private LogicalThread unknownDaemon() {
        for (LogicalThread thread : threads) {
            if (thread.state == State.RUNNABLE && thread.pending == null && thread.stepsAfterTheEnd < STEPS_AFTER_THE_END) {
                thread.stepsAfterTheEnd++;
                return thread;
            }
        }
        return null;
    }

    private boolean onlyDaemonsLeft() {
        for (LogicalThread thread : threads) {
            if (thread.alive() && !thread.daemon) {
                return false;
            }
        }
        return true;
    }

    private void take(LogicalThread me, LogicalThread next, List<LogicalThread> enabled, boolean yielding) {
        long mask = 0;
        boolean yieldersOnly = true;
        for (LogicalThread thread : enabled) {
            if (thread.id < 64) {
                mask |= 1L << thread.id;
            }
            yieldersOnly &= thread.state == State.YIELDING;
        }
        if (!yieldersOnly) {
            yieldRounds = 0;
        }
        boolean couldGoOn =
                switch (me.state) {
                    case RUNNABLE, MONITOR, CALLING, JOINING, IDLE_LOOP, MEETING -> enabled.contains(me) && !yielding;
                    default -> false;
                };
        couldGoOn &= !barrier; // everybody waited until the clock moved
        boolean early = next.state == State.SLEEPING;
        boolean waited = next.state.waits;
        if (early) {
            wakeEarly(next);
        }
        boolean severalWays = next.interrupted || next.state == State.IDLE_LOOP;
        if (next.state != State.MONITOR) {
            next.state = State.RUNNABLE;
        }
        next.saidThatItWaits = false;
        turns++;
        inARow = next == me ? inARow + 1 : 0;
        if (!next.daemon) {
            clockMovesWhileStuck = 0;
        }
        newStep(next, mask, me.id, couldGoOn);
        next.nextForcedYield = next.work + Accesses.WORK_IN_A_TURN;
        step.wakesInSeveralWays = severalWays;
        if (waited) {
            accesses.mark(next.status, Step.WRITE);
        }
        if (early) {
            accesses.touch(next, clockLocation, Step.WRITE);
        }
        hasTheBaton(next);
        if (next != me) {
            next.carrier.wake();
            waitForBaton(me);
        }
    }

    private void wakeEarly(LogicalThread sleeper) {
        earlyWakesLeft--;
        clock = Math.max(clock, sleeper.deadline);
        for (LogicalThread other : threads) {
            if (other.state == State.SLEEPING && other.deadline <= clock) {
                other.deadline = LogicalThread.NEVER;
                other.timedOut = true;
                accesses.mark(other.status, Step.WRITE);
                if (other != sleeper) {
                    other.state = State.RUNNABLE;
                }
            }
        }
    }

    private void newStep(LogicalThread thread, long enabled, int previous, boolean previousEnabled) {
        step = new Step(thread.id, previous, previousEnabled, enabled, barrier, locations, thread.site);
        barrier = false;
        steps.add(step);
        thread.lastStep = steps.size();
    }

    void waitForBaton(LogicalThread me) {
        if (me.state == State.DEAD) {
            return;
        }
        ((Carrier) Thread.currentThread()).await();
        if (over) {
            unwind(me);
        }
    }

    List<LogicalThread> enabledThreads() {
        List<LogicalThread> enabled = new ArrayList<>(4);
        for (LogicalThread thread : threads) {
            if (enabled(thread)) {
                enabled.add(thread);
            }
        }
        return enabled;
    }

    private boolean enabled(LogicalThread thread) {
        return switch (thread.state) {
            case RUNNABLE -> true;
            case IDLE_LOOP -> accesses.somethingReadHasChanged(thread);
            case JOINING -> thread.joined.state == State.DEAD || thread.interrupted;
            case CALLING -> thread.timedOut || calls.wouldSucceed(thread);
            case MONITOR -> thread.monitor.owner == null;
            case MEETING -> thread.guard.getAsBoolean();
            case YIELDING -> thread.yieldedAt < turns;
            case SLEEPING -> options.adversarial() && earlyWakesLeft > 0 && thread.deadline != NO_SUCH_TIME && mayWakeEarly(thread);
            case WAITING, PARKED, OUTSIDE, RETURNED, DEAD -> false;
        };
    }

    /** Early wakes keep to the order of deadlines, and no timed wait is overtaken. */
    private boolean mayWakeEarly(LogicalThread sleeper) {
        for (LogicalThread other : threads) {
            if (other != sleeper && timed(other) && other.deadline < sleeper.deadline) {
                return false;
            }
        }
        return true;
    }

    private static boolean timed(LogicalThread thread) {
        return switch (thread.state) {
            case SLEEPING, WAITING, PARKED, JOINING, CALLING -> thread.deadline != LogicalThread.NEVER;
            default -> false;
        };
    }

    /**
     * The deadline of a wait that begins now. One too far away to be counted is {@link #NO_SUCH_TIME}: it is timed, but no run gets there.
     *
     * @param nanos not negative
     */
    long after(long nanos) {
        long deadline = clock + nanos;
        return deadline < clock ? NO_SUCH_TIME : Math.min(deadline, NO_SUCH_TIME);
    }

    long earliestDeadline() {
        long earliest = LogicalThread.NEVER;
        for (LogicalThread thread : threads) {
            if (timed(thread)) {
                earliest = Math.min(earliest, thread.deadline);
            }
        }
        return earliest == NO_SUCH_TIME ? LogicalThread.NEVER : earliest;
    }

    /** The clock jumps to the earliest deadline, and whoever waited for it can go on. */
    private void moveClock() {
        collectPending(pendingBefore.computeIfAbsent(steps.size(), index -> new ArrayList<>()));
        clock = Math.max(clock, earliestDeadline());
        lastClockMove = steps.size();
        clockLocation.version++;
        barrier = true;
        for (LogicalThread thread : threads) {
            if (thread.state == State.CALLING && thread.queued == 0) {
                thread.queued = ++queued;
            }
            if (timed(thread) && thread.deadline <= clock) {
                thread.timedOut = true;
                thread.deadline = LogicalThread.NEVER;
                thread.status.version++;
                if (thread.state == State.WAITING) {
                    thread.monitor.waiting.remove(thread);
                    thread.state = State.MONITOR;
                } else if (thread.state != State.CALLING) {
                    thread.state = State.RUNNABLE;
                }
            }
        }
        if (recorder != null) {
            recorder.clock(clock - CLOCK_START);
        }
    }

    /**
     * Nobody is enabled: let time pass, wake who gave way, or end the run.
     *
     * @param enabled filled with who can go on now
     * @return whether to look again; false when the run has ended or input and output must be waited for
     */
    private boolean somethingElseHappens(LogicalThread me, List<LogicalThread> enabled) {
        boolean yielders = threads.stream().anyMatch(t -> t.state == State.YIELDING);
        boolean insideTheJdk = threads.stream().anyMatch(t -> t.state == State.YIELDING && t.yieldsInsideTheJdk);
        if (yielders && ++yieldRounds <= (insideTheJdk ? YIELDS_OF_THE_JDK_BEFORE_CLOCK_MOVES : YIELDS_BEFORE_CLOCK_MOVES)) {
            threads.stream().filter(t -> t.state == State.YIELDING).forEach(enabled::add);
            return true;
        }
        if (outside.mayBring(me)) {
            return false;
        }
        if (earliestDeadline() != LogicalThread.NEVER) {
            yieldRounds = 0;
            if (++clockMovesWhileStuck > CLOCK_MOVES_WHILE_STUCK
                    || bodyDone && ++clockMovesAfterBody > CLOCK_MOVES_AFTER_BODY) {
                stuck(me);
                return false;
            }
            clockMovesWhilePolling = nobodyDoesAnythingButPoll() ? clockMovesWhilePolling + 1 : 0;
            if (clockMovesWhilePolling > CLOCK_MOVES_WHILE_POLLING) {
                if (bodyDone || threads.stream().noneMatch(t -> t.polls() && !t.daemon)) {
                    stuck(me);
                } else {
                    finish(new Ending.Failed(Failures.noProgress(threads)), me);
                }
                return false;
            }
            moveClock();
            enabled.addAll(enabledThreads());
            return true;
        }
        boolean clockWatchers = false;
        for (LogicalThread thread : threads) {
            if (thread.state == State.IDLE_LOOP && thread.loopReads.contains(clockLocation)) {
                clockWatchers = true;
                enabled.add(thread);
            }
        }
        if (clockWatchers) {
            clock += 1_000_000;
            clockLocation.version++;
            if (++ticks > 100_000) {
                finish(new Ending.Failed(Failures.noProgress(threads)), me);
                return false;
            }
            return true;
        }
        if (yielders) {
            threads.stream().filter(t -> t.state == State.YIELDING).forEach(enabled::add);
            return true;
        }
        stuck(me);
        return false;
    }

    /** Whether whoever will go on with time has been through a whole round of a loop, while nobody did anything, only to sleep again. */
    private boolean nobodyDoesAnythingButPoll() {
        int quietSince = 0;
        for (LogicalThread thread : threads) {
            boolean polls = thread.polls();
            boolean mayGoOn =
                    switch (thread.state) {
                        case YIELDING, MEETING, OUTSIDE, RETURNED -> true;
                        case IDLE_LOOP -> thread.loopReads.contains(clockLocation);
                        default -> timed(thread) && thread.deadline != NO_SUCH_TIME;
                    };
            if (mayGoOn && !polls) {
                return false;
            }
            quietSince = Math.max(quietSince, polls ? thread.pollsSince : thread.lastStep);
        }
        for (LogicalThread thread : threads) {
            if (thread.polls() && thread.napRoundBegan < quietSince) {
                return false;
            }
        }
        return true;
    }

    /** Nobody can ever go on, except daemons and sleepers that do not matter. */
    private void stuck(LogicalThread me) {
        List<LogicalThread> left = threads.stream().filter(t -> t.alive() && !t.daemon).toList();
        if (outside.waitsForAPerson()) {
            finish(new Ending.Unjudged("it waits for somebody to type something"), me);
            return;
        }
        boolean harmless = bodyDone && left.stream().allMatch(Failures::idleOrNapping) && Failures.cycle(threads) == null;
        if (harmless) {
            complete(me);
        } else if (left.stream().anyMatch(t -> t.state == State.IDLE_LOOP)) {
            finish(new Ending.Failed(Failures.noProgress(threads)), me);
        } else {
            Failure failure = Failures.deadlock(threads);
            for (LogicalThread thread : left) {
                if (!thread.saidThatItWaits && thread.state != State.WAITING && thread.state != State.JOINING) {
                    note(thread, () -> Failures.waiting(thread));
                }
            }
            finish(new Ending.Failed(failure), me);
        }
    }

    /** Everybody who counts has come to an end: that is well if nobody took a lock along. */
    private void complete(LogicalThread me) {
        Optional<Failure> kept = Failures.lockKeptByTheDead(this, states.keySet());
        finish(kept.<Ending>map(Ending.Failed::new).orElseGet(Ending.Completed::new), me);
    }

    private void cut(LogicalThread me) {
        boolean timeStandsStill = steps.size() - lastClockMove > maxSteps / 2;
        if (chooser instanceof FairChooser && timeStandsStill && !outside.hope()) {
            if (bodyDone && threads.stream().filter(t -> t.alive() && !t.daemon).allMatch(Failures::runningOrNapping)) {
                complete(me);
            } else {
                finish(new Ending.Failed(Failures.noProgress(threads)), me);
            }
        } else {
            finish(new Ending.Cut(), me);
        }
    }

    /** Marks a chooser under which every thread that can go on does so in the end. */
    public interface FairChooser extends Chooser {}

    /** Ends the run; the calling thread unwinds. */
    void finish(Ending how, LogicalThread me) {
        if (Thread.currentThread() == explorer) {
            end(how);
            return;
        }
        if (me.state == State.DEAD) {
            if (ending == null) {
                ending = how;
            }
            last = me; // the explorer is told when its carrier has let go of it, which saves waking it twice
            return;
        }
        end(how);
        ((Carrier) Thread.currentThread()).await();
        unwind(me);
    }

    void finish(Failure failure, LogicalThread me) {
        finish(new Ending.Failed(failure), me);
    }

    /** Leaves the program's code on a thread whose run is over. Throws, unless the thread has swallowed that too often. */
    void unwind(LogicalThread me) {
        if (me.abandoned) {
            return;
        }
        if (++me.unwindings > 200) {
            me.abandoned = true;
            LockSupport.unpark(explorer);
            while (true) {
                LockSupport.park(this);
            }
        }
        throw Teardown.INSTANCE;
    }

    private void collectPending(List<Step> into) {
        for (LogicalThread thread : threads) {
            collectPending(thread, into);
        }
    }

    /** The step that is being made ends the wait of a thread without making its call succeed. */
    void endsWaitOf(LogicalThread thread) {
        collectPending(thread, pendingBefore.computeIfAbsent(steps.size() - 1, index -> new ArrayList<>()));
    }

    private void collectPending(LogicalThread thread, List<Step> into) {
        Step pending;
        if (thread.state == State.CALLING && thread.trialStep != null) {
            pending = thread.trialStep;
            pending.wholeCall = true;
        } else if (thread.state == State.MONITOR) {
            pending = new Step(thread.id, -1, false, 0, false, locations, thread.site);
            pending.add(thread.monitor.location, Step.ACQUIRE);
        } else if (thread.state == State.RUNNABLE && thread.pending != null) {
            pending = new Step(thread.id, -1, false, 0, false, locations, thread.site);
            pending.add(thread.pending, thread.pendingKind);
        } else {
            return;
        }
        into.add(pending);
    }

    // ---- input and output, for Outside

    /** Who goes on while a thread is outside, chosen among those that can without any input or output; null if nobody can. */
    LogicalThread chooseWithout(LogicalThread me, List<LogicalThread> enabled) {
        int id = chooser.choose(this, me, Collections.unmodifiableList(enabled), true);
        for (LogicalThread thread : enabled) {
            if (thread.id == id) {
                return thread;
            }
        }
        finish(id == Chooser.REDUNDANT ? new Ending.Redundant() : new Ending.Diverged(), me);
        return null;
    }

    /** Makes a step of a thread that gets the baton from one that is outside, or from nobody. */
    void handTo(LogicalThread next, int previous) {
        if (next.state == State.SLEEPING) {
            wakeEarly(next);
        }
        if (next.state != State.MONITOR) {
            next.state = State.RUNNABLE;
        }
        next.saidThatItWaits = false;
        turns++;
        inARow = 0;
        if (!next.daemon) {
            clockMovesWhileStuck = 0;
        }
        yieldRounds = 0;
        newStep(next, 0, previous, false);
        hasTheBaton(next);
    }

    /**
     * The explorer's part of {@link #schedule}, while nobody has the baton.
     *
     * @return who gets it, or null when the run has ended
     */
    LogicalThread chooseForNobody() {
        LogicalThread last = threads.get(step.thread());
        if (atItsLimit()) {
            cut(last);
            return null;
        }
        List<LogicalThread> enabled = enabledThreads();
        while (enabled.isEmpty()) {
            if (!somethingElseHappens(last, enabled)) {
                return null;
            }
        }
        return chooseWithout(last, enabled);
    }

    // ---- classes and hooks for the end of the JVM

    /** By the class; guarded by itself, because a thread that is torn down may fail without the baton. */
    private final Map<String, Throwable> brokenClasses = new java.util.HashMap<>();

    /** Threads to be run when the JVM ends, which it does not do after a run: kept to answer as the JDK would. */
    final java.util.Set<Thread> shutdownHooks = Collections.newSetFromMap(new IdentityHashMap<>());

    void initialiserFailed(String className, Throwable thrown) {
        synchronized (brokenClasses) {
            brokenClasses.put(className, thrown);
        }
    }

    /** What the static initialiser of this class threw, or null. */
    Throwable thrownByInitialiserOf(String className) {
        synchronized (brokenClasses) {
            return brokenClasses.get(className);
        }
    }

    /** The classes whose initialisation failed or was cut off: their loaders must not serve again. */
    public java.util.Set<String> brokenClasses() {
        synchronized (brokenClasses) {
            return java.util.Set.copyOf(brokenClasses.keySet());
        }
    }

    static void nobodyRuns() {
        hasTheBaton(null);
    }

    void end(Ending how) {
        if (ending == null) {
            ending = how;
        }
        ended = true;
        LockSupport.unpark(explorer);
    }

    /** Asked by the explorer while others run: read without order. */
    int progress() {
        return steps.size();
    }

    boolean atItsLimit() {
        return steps.size() >= maxSteps;
    }

    /** Another thread that is in the middle of initialising a class, or null; asked by the explorer while others run. */
    LogicalThread initialiserAsideFrom(LogicalThread thread) {
        for (LogicalThread other : threads.toArray(new LogicalThread[0])) {
            if (other != null && other != thread && other.initializing > 0 && other.state != State.DEAD) {
                return other;
            }
        }
        return null;
    }

    static void impersonate(LogicalThread thread) {
        hasTheBaton(thread);
    }

    /** @param next null for nobody */
    private static void hasTheBaton(LogicalThread next) {
        LogicalThread before = running;
        if (before != next) {
            if (before != null) {
                before.edgesLeft = Hooks.edgesLeft;
            }
            if (next != null) {
                Hooks.edgesLeft = next.edgesLeft;
            }
            running = next;
        }
    }
}
