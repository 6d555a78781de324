package telar.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The threads of one run: all that were started, by number and by the {@link Thread} that the program knows. */
final class ThreadTable {
    private static final int MAX_THREADS = 1_000;

    /** Written whenever a thread is started. */
    final Location starts = new Location("spawn");

    /** Threads to be run when the JVM ends, which it does not do after a run: kept to answer as the JDK would. */
    final Set<Thread> shutdownHooks = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Execution execution;
    private final List<LogicalThread> all = new ArrayList<>();
    private final Map<Thread, LogicalThread> byThread = new IdentityHashMap<>();

    /** What virtual threads that were not started yet are to do: they do not tell. */
    private final Map<Thread, Runnable> tasks = new IdentityHashMap<>();

    ThreadTable(Execution execution) {
        this.execution = execution;
    }

    /** In the order of their numbers. */
    List<LogicalThread> all() {
        return all;
    }

    /** Null for a thread that has not been started. */
    LogicalThread of(Thread thread) {
        return byThread.get(thread);
    }

    boolean roomForAnother() {
        return all.size() < MAX_THREADS;
    }

    boolean onlyDaemonsLeft() {
        for (LogicalThread thread : all) {
            if (thread.alive() && !thread.daemon) {
                return false;
            }
        }
        return true;
    }

    LogicalThread addFirst(Runnable body) {
        Jdk.nameThreadsFromZero();
        Thread thread = new Thread("main");
        thread.setDaemon(false);
        LogicalThread first = new LogicalThread(execution, 0, thread, body, false);
        first.clockIndex = execution.races.newClockIndex("main");
        first.clock[0] = 1;
        put(first);
        return first;
    }

    LogicalThread add(LogicalThread parent, Thread thread, Runnable body) {
        LogicalThread child = new LogicalThread(execution, all.size(), thread, body, thread.isDaemon());
        child.site = parent.site;
        child.interrupted = thread.isInterrupted();
        child.clockIndex = execution.races.newClockIndex(child.name());
        child.clock = Arrays.copyOf(parent.clock, Math.max(parent.clock.length, child.clockIndex + 1));
        child.clock[child.clockIndex] = 1;
        parent.clock[parent.clockIndex]++;
        child.born = execution.progress() - 1;
        put(child);
        return child;
    }

    private void put(LogicalThread thread) {
        all.add(thread);
        byThread.put(thread.thread, thread);
        thread.carrier = Carrier.carry(thread);
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
}
