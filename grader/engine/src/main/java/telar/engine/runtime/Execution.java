package telar.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import telar.engine.instrument.Sites;

/**
 * One run of a program under one schedule: its parts, each with one matter of its own, and what was seen in it.
 *
 * <p>Create it, {@link #run} it once, then read it. While it runs, its state belongs to the thread that has the baton.
 */
public final class Execution {
    /** Far more than any search that analyses steps makes in a run. */
    private static final int DETAILED_STEPS = 20_000;

    final Options options;
    final Chooser chooser;
    final Thread explorer;

    /** Null where nothing is recorded. */
    final Recorder recorder;

    private final int maxSteps;

    // Its parts.
    final Scheduler scheduler = new Scheduler(this);
    final VirtualClock clock = new VirtualClock(this);
    final Repetition repetition = new Repetition(this);
    final Termination termination = new Termination(this);
    final PendingSteps pending = new PendingSteps(this);
    final ThreadTable threads = new ThreadTable(this);
    final Lifecycle lifecycle = new Lifecycle(this);
    final ObjectTable objects = new ObjectTable(this);
    final Initialisations initialisations = new Initialisations(this);
    final Accesses accesses = new Accesses(this);
    final RaceDetector races = new RaceDetector(this);
    final TaskClocks taskClocks = new TaskClocks(this);
    final Monitors monitors = new Monitors(this);
    final ThreadOperations operations = new ThreadOperations(this);
    final ThreadInspection inspection = new ThreadInspection(this);
    final Signals signals = new Signals(this);
    final Parking parking = new Parking(this);
    final SpuriousEvents spuriousEvents = new SpuriousEvents(this);
    final BlockingCallRunner calls = new BlockingCallRunner(this);
    final Outside outside = new Outside(this);

    private final List<Step> steps = new ArrayList<>();

    /** The step that is being made. */
    Step step;

    /** How many locations have a number. */
    int locations;

    /** Volatile: read by threads that lost the baton, to unwind when the run has ended. */
    volatile boolean over;

    boolean slept;
    boolean waitersLookedAt;

    /** A wait that could have woken without a signal: which thread's, and which of its waits. */
    public record SpuriousWait(int thread, int number) implements Comparable<SpuriousWait> {
        @Override
        public int compareTo(SpuriousWait other) {
            return thread != other.thread ? Integer.compare(thread, other.thread) : Integer.compare(number, other.number);
        }
    }

    /** Marks a chooser under which every thread that can go on does so in the end. */
    public interface FairChooser extends Chooser {}

    public Execution(Chooser chooser, Options options, boolean recording) {
        this.chooser = chooser;
        this.options = options;
        this.maxSteps = chooser instanceof FairChooser ? options.longestFairRun() : options.maxSteps();
        this.explorer = Thread.currentThread();
        this.recorder = recording ? new Recorder() : null;
    }

    /** Must be called before the first shadow copy is loaded: exports what the copies name. */
    public static void prepareJdk() {
        Jdk.ready();
    }

    /** Runs the body as the first thread and returns when the run has ended and every thread has been unwound. */
    public void run(Runnable body) {
        Baton.passWithoutCounting(null);
        scheduler.begin(threads.addFirst(body));
        termination.await();
        pending.collectAtTheEnd();
        termination.tearDown();
        Baton.passWithoutCounting(null);
    }

    // ---- what happens in it

    void begin(Step next) {
        step = next;
        repetition.takesAStep(threads.all().get(next.thread()));
        steps.add(next);
    }

    /** Whether the run is short enough for a search to look at the accesses of its steps: longer ones would fill the memory with them. */
    boolean keepsDetails() {
        return steps.size() < DETAILED_STEPS;
    }

    /** How many steps it has taken; also asked by the explorer while others run, and then read without order. */
    int progress() {
        return steps.size();
    }

    int maxSteps() {
        return maxSteps;
    }

    boolean atItsLimit() {
        return steps.size() >= maxSteps;
    }

    void note(LogicalThread thread, Supplier<String> text) {
        if (recorder != null && termination.ending() == null && thread.callMode != LogicalThread.CallMode.TRIAL) {
            recorder.note(thread, thread.site, text);
        }
    }

    // ---- what it was

    public Ending ending() {
        return termination.ending();
    }

    public List<Step> steps() {
        return steps;
    }

    /** The operations in front of which threads still stood when the run ended. */
    public List<Step> pendingSteps() {
        return pending.atTheEnd();
    }

    /**
     * Operations in front of which threads stood just before the step with this index, which ended their wait in another way: the clock
     * moved, or they were interrupted.
     */
    public List<Step> pendingBefore(int index) {
        return pending.before(index);
    }

    public List<LogicalThread> threads() {
        return threads.all();
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
        for (LogicalThread thread : threads()) {
            work += thread.work;
        }
        return work;
    }

    /** Waits that took place, for a search over spurious wake-ups. */
    public TreeSet<SpuriousWait> waitsSeen() {
        return spuriousEvents.seen();
    }

    /** Whether fairness or pacing cut some choices off: then nobody may say "all". */
    public boolean paced() {
        return scheduler.paced();
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

    /** The classes whose initialisation failed or was cut off: their loaders must not serve again. */
    public Set<String> brokenClasses() {
        return initialisations.broken();
    }

    /** Whether static initialisers of the program needed each other. */
    public boolean initialisersMet() {
        return initialisations.met();
    }

    public Recorder recorder() {
        return recorder;
    }
}
