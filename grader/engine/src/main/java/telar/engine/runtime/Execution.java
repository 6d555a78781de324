package telar.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** Moves of the clock, after the body has ended, for threads that only nap and never end. */
    private static final int CLOCK_MOVES_AFTER_BODY = 200;

    /** Moves of the clock in which only daemons did anything while the others are stuck. */
    private static final int CLOCK_MOVES_WHILE_STUCK = 1_000;

    private static final int MAX_THREADS = 1_000;

    /** A net for code that the engine cannot see into: no verdict comes of it. */
    private static final long SILENCE_SECONDS = 60;

    private static volatile Execution current;

    /** The thread with the baton. Volatile because {@link #here} is asked by any thread of the JVM. */
    private static volatile LogicalThread running;

    final Options options;
    final Chooser chooser;
    final Thread explorer;
    final Accesses accesses;
    final Primitives primitives;
    final BlockingCallRunner calls;
    final RaceDetector races;
    final Recorder recorder;

    private final List<LogicalThread> threads = new ArrayList<>();
    private final Map<Thread, LogicalThread> byThread = new IdentityHashMap<>();
    private final IdentityHashMap<Object, ObjectState> states = new IdentityHashMap<>();
    private final Map<String, Map<Object, Integer>> named = new java.util.HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> pendingSteps = new ArrayList<>();
    private final Map<Integer, List<Step>> pendingBefore = new java.util.HashMap<>();
    private final TreeSet<SpuriousWait> waitsSeen = new TreeSet<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    final Location clockLocation = new Location("clock");
    final Location spawnLocation = new Location("spawn");
    static final long CLOCK_START = 1_000_000_000L;
    long clock = CLOCK_START;
    Step step;
    int locations;
    long turns;

    /** Volatile: read by threads that lost the baton, to unwind when the run has ended. */
    volatile boolean over;

    private Ending ending;
    private boolean bodyDone;
    private boolean barrier;
    private boolean paced;
    private boolean outsideSeen;
    boolean slept;
    private boolean idle;
    private int yieldRounds;
    private int ticks;
    private int lastClockMove;
    private int clockMovesAfterBody;
    private int clockMovesWhileStuck;
    private int earlyWakesLeft = 6;
    private int inARow;
    private int hashes;
    private int threadNumber;
    boolean tasksForked;
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
        this.explorer = Thread.currentThread();
        this.races = new RaceDetector(this);
        this.accesses = new Accesses(this);
        this.primitives = new Primitives(this);
        this.calls = new BlockingCallRunner(this);
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

    /** Whether real input or output took part. */
    public boolean outsideSeen() {
        return outsideSeen;
    }

    /** Whether tasks of the JDK's common pools were involved, whose state may outlive a run that is cut off. */
    public boolean tasksForked() {
        return tasksForked;
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
        return thread != null && thread.carrier == Thread.currentThread() ? thread : null;
    }

    /** Must be called before the first shadow copy is loaded: exports what the copies name. */
    public static void prepareJdk() {
        Jdk.ready();
    }

    /** Runs the body as the first thread and returns when the run has ended and every thread has been unwound. */
    public void run(Runnable body) {
        current = this;
        running = null;
        Thread first = new Thread("main");
        first.setDaemon(false);
        LogicalThread main = new LogicalThread(this, 0, first, body, false);
        main.clockIndex = races.newClockIndex("main");
        main.clock[0] = 1;
        threads.add(main);
        byThread.put(main.thread, main);
        newStep(main, 1, -1, false);
        main.carrier = Carrier.carry(main);
        running = main;
        main.carrier.wake();
        awaitEnd();
        collectPending(pendingSteps);
        tearDown();
        running = null;
        current = null;
    }

    private void awaitEnd() {
        long seen = -1;
        try {
            while (!ended.await(SILENCE_SECONDS, TimeUnit.SECONDS)) {
                LogicalThread stuck = running;
                // Read without order: only whether it moves counts. A loop that the engine sees is ended by its own count.
                long progress = steps.size() + (stuck == null ? 0 : stuck.work);
                if (progress == seen) {
                    StringBuilder where = new StringBuilder();
                    if (stuck != null) {
                        for (StackTraceElement frame : stuck.carrier.getStackTrace()) {
                            where.append(" < ").append(frame);
                            if (where.length() > 600) {
                                break;
                            }
                        }
                    }
                    ending = new Ending.Unjudged("no step for " + SILENCE_SECONDS + " s" + where);
                    return;
                }
                seen = progress;
            }
        } catch (InterruptedException e) {
            ending = new Ending.Unjudged("the exploration was interrupted");
            Thread.currentThread().interrupt();
        }
    }

    private void tearDown() {
        over = true;
        step = new Step(0, -1, false, 0, false, locations, -1); // what unwinding touches belongs to no step
        for (LogicalThread thread : threads.toArray(new LogicalThread[0])) {
            if (thread.isGone() || thread.carrier == null) {
                continue;
            }
            running = thread;
            if (thread.state != State.DEAD) { // a dead one needs no baton to let go of its carrier
                thread.carrier.wake();
            }
            // A net: a thread that swallows the unwinding or blocks for real is left to itself.
            long patience = System.nanoTime() + 500_000_000L;
            while (!thread.isGone() && !thread.abandoned && System.nanoTime() < patience) {
                LockSupport.parkNanos(this, 50_000_000L);
            }
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
                }
            }
        }
        if (over) {
            thread.state = State.DEAD;
            return;
        }
        thread.state = State.DEAD;
        note(thread, () -> "ends");
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

    private boolean handled(LogicalThread thread, Throwable error) {
        Thread.UncaughtExceptionHandler handler = thread.thread.getUncaughtExceptionHandler();
        if (handler instanceof ThreadGroup group && group.getClass() == ThreadGroup.class) {
            handler = defaultHandler;
        }
        if (handler == null || error instanceof AssertionError) {
            return false;
        }
        handler.uncaughtException(thread.thread, error);
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

    LogicalThread logical(Thread thread) {
        return byThread.get(thread);
    }

    int identityHash(Object object) {
        ObjectState state = stateOf(object);
        if (state.hash == 0) {
            state.hash = (++hashes * 0x9E3779B9 >>> 7) | 1;
        }
        return state.hash;
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
        if (thread.getName().matches("Thread-\\d+")) {
            thread.setName("Thread-" + threadNumber++);
        }
        LogicalThread child = new LogicalThread(this, threads.size(), thread, body, thread.isDaemon());
        child.site = parent.site;
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
            recorder.note(thread, thread.site, text.get());
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
        if (me.initializing > 0 && me.state == State.RUNNABLE) {
            return;
        }
        if (steps.size() >= options.maxSteps()) {
            cut(me);
            return;
        }
        if (bodyDone && threads.stream().noneMatch(t -> t.alive() && !t.daemon)) {
            finish(new Ending.Completed(), me);
            return;
        }
        if (steps.size() - lastClockMove > STEPS_BEFORE_CLOCK_MOVES && earliestDeadline() != LogicalThread.NEVER) {
            paced = true;
            moveClock();
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
        step.wakesInSeveralWays = severalWays;
        if (early) {
            accesses.touch(next, clockLocation, Step.WRITE);
        }
        running = next;
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
    }

    private void waitForBaton(LogicalThread me) {
        if (me.state == State.DEAD) {
            return;
        }
        ((Carrier) Thread.currentThread()).await();
        if (over) {
            unwind(me);
        }
    }

    private List<LogicalThread> enabledThreads() {
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
            case SLEEPING -> options.adversarial() && earlyWakesLeft > 0 && mayWakeEarly(thread);
            case WAITING, PARKED, OUTSIDE, DEAD -> false;
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

    private long earliestDeadline() {
        long earliest = LogicalThread.NEVER;
        for (LogicalThread thread : threads) {
            if (timed(thread)) {
                earliest = Math.min(earliest, thread.deadline);
            }
        }
        return earliest;
    }

    /** The clock jumps to the earliest deadline, and whoever waited for it can go on. */
    private void moveClock() {
        collectPending(pendingBefore.computeIfAbsent(steps.size(), index -> new ArrayList<>()));
        clock = Math.max(clock, earliestDeadline());
        lastClockMove = steps.size();
        clockLocation.version++;
        barrier = true;
        for (LogicalThread thread : threads) {
            if (timed(thread) && thread.deadline <= clock) {
                thread.timedOut = true;
                thread.deadline = LogicalThread.NEVER;
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
        if (yielders && ++yieldRounds <= 40) {
            threads.stream().filter(t -> t.state == State.YIELDING).forEach(enabled::add);
            return true;
        }
        if (earliestDeadline() != LogicalThread.NEVER) {
            yieldRounds = 0;
            if (Failures.cycle(threads) != null
                    || ++clockMovesWhileStuck > CLOCK_MOVES_WHILE_STUCK
                    || bodyDone && ++clockMovesAfterBody > CLOCK_MOVES_AFTER_BODY) {
                stuck(me);
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
        synchronized (this) { // against leaveOutside: who comes back must see that nobody has the baton
            if (threads.stream().anyMatch(t -> t.state == State.OUTSIDE)) {
                running = null;
                idle = true;
            }
        }
        if (idle) {
            waitForBaton(me);
            return false;
        }
        enabled.addAll(enabledThreads()); // somebody may have come back from outside meanwhile
        if (!enabled.isEmpty()) {
            return true;
        }
        stuck(me);
        return false;
    }

    /** Nobody can ever go on, except daemons and sleepers that do not matter. */
    private void stuck(LogicalThread me) {
        List<LogicalThread> left = threads.stream().filter(t -> t.alive() && !t.daemon).toList();
        boolean harmless = bodyDone && left.stream().allMatch(Failures::idleOrNapping) && Failures.cycle(threads) == null;
        if (harmless) {
            finish(new Ending.Completed(), me);
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

    private void cut(LogicalThread me) {
        boolean timeStandsStill = steps.size() - lastClockMove > options.maxSteps() / 2;
        if (chooser instanceof FairChooser && timeStandsStill) {
            if (bodyDone && threads.stream().filter(t -> t.alive() && !t.daemon).allMatch(Failures::runningOrNapping)) {
                finish(new Ending.Completed(), me);
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
        if (ending == null) {
            ending = how;
        }
        ended.countDown();
        if (me.state == State.DEAD) {
            return;
        }
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

    // ---- input and output: the baton is given away and taken back

    void goOutside(LogicalThread me) {
        outsideSeen = true;
        me.state = State.OUTSIDE;
        LogicalThread next = null;
        synchronized (this) { // against leaveOutside
            List<LogicalThread> enabled = enabledThreads();
            if (enabled.isEmpty() && earliestDeadline() != LogicalThread.NEVER) {
                moveClock();
                enabled = enabledThreads();
            }
            if (!enabled.isEmpty()) {
                next = enabled.get(0);
                if (next.state != State.MONITOR) {
                    next.state = State.RUNNABLE;
                }
                newStep(next, 0, me.id, false);
            }
            running = next;
            idle = next == null;
        }
        if (next != null) {
            next.carrier.wake();
        }
    }

    void comeBack(LogicalThread me) {
        boolean mine;
        synchronized (this) { // against goOutside and somethingElseHappens
            me.state = State.RUNNABLE;
            mine = idle;
            if (mine) {
                idle = false;
                running = me;
                newStep(me, 0, me.id, false);
            }
        }
        if (!mine) {
            me.carrier.await();
        }
        if (over) {
            unwind(me);
        }
    }

    /** The logical thread of the calling carrier, whoever has the baton. */
    LogicalThread ofCarrier() {
        for (LogicalThread thread : threads.toArray(new LogicalThread[0])) {
            if (thread.carrier == Thread.currentThread()) {
                return thread;
            }
        }
        return null;
    }

    static void impersonate(LogicalThread thread) {
        running = thread;
    }
}
