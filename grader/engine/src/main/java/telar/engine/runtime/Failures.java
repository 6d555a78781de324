package telar.engine.runtime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import telar.engine.Failure;
import telar.engine.Failure.Kind;
import telar.engine.Failure.Trait;
import telar.engine.instrument.Site;
import telar.engine.instrument.Sites;
import telar.engine.runtime.LogicalThread.State;

/** Puts into words what broke. */
final class Failures {
    private Failures() {}

    /** What a throwable of the program says about itself; its methods are the program's and may do anything. */
    static Ending of(LogicalThread thread, Throwable error) {
        try {
            return ofTrusted(thread, error);
        } catch (Teardown e) {
            throw e;
        } catch (Throwable e) {
            return new Ending.Failed(
                    new Failure(
                            error instanceof AssertionError ? Kind.ASSERTION : Kind.EXCEPTION,
                            Set.of(),
                            thread.name() + " ended with a " + error.getClass().getName() + " that cannot be described",
                            Optional.of(error)));
        }
    }

    private static Ending ofTrusted(LogicalThread thread, Throwable error) {
        Throwable original = thrownByInitialiser(thread, error);
        if (original != null && ofTrusted(thread, original) instanceof Ending.Failed failed) {
            String message = failed.failure().message() + ", while a class was initialised";
            return new Ending.Failed(
                    new Failure(failed.failure().kind(), failed.failure().traits(), message, failed.failure().error()));
        }
        String text = withoutShadow(error.toString());
        boolean ours =
                raisedByTheEngine(error)
                        || (error instanceof LinkageError || error instanceof ClassCastException || error instanceof InternalError)
                        && (String.valueOf(error.getMessage()).contains("shadow")
                                || error instanceof InternalError
                                || error.getStackTrace().length > 0
                                        && error.getStackTrace()[0].getClassName().startsWith("shadow."));
        if (ours) {
            StackTraceElement[] frames = error.getStackTrace();
            return new Ending.Unjudged(text + (frames.length > 0 ? " at " + withoutShadow(frames[0].toString()) : ""));
        }
        if (error instanceof AssertionError) {
            String message = error.getMessage();
            return new Ending.Failed(
                    new Failure(
                            Kind.ASSERTION,
                            Set.of(),
                            message == null ? text : withoutShadow(message).strip(),
                            Optional.of(error)));
        }
        return new Ending.Failed(
                new Failure(
                        Kind.EXCEPTION,
                        Set.of(),
                        thread.name() + " ended with " + text + at(error),
                        Optional.of(error)));
    }

    /** What a static initialiser threw, where this error only tells that one did, or null. */
    private static Throwable thrownByInitialiser(LogicalThread thread, Throwable error) {
        if (error instanceof ExceptionInInitializerError) {
            return error.getCause();
        }
        String unusable = "Could not initialize class ";
        String message = error instanceof NoClassDefFoundError ? String.valueOf(error.getMessage()) : "";
        return message.startsWith(unusable) ? thread.execution.initialisations.thrownBy(message.substring(unusable.length())) : null;
    }

    /** Whether the engine itself stumbled, as opposed to throwing what the JDK would have thrown. */
    private static boolean raisedByTheEngine(Throwable error) {
        if (error instanceof IllegalMonitorStateException
                || error instanceof InterruptedException
                || error instanceof IllegalThreadStateException
                || error instanceof NullPointerException
                || error instanceof AssertionError
                || error instanceof StackOverflowError
                || error instanceof OutOfMemoryError) {
            return false;
        }
        for (StackTraceElement frame : error.getStackTrace()) {
            String type = frame.getClassName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.")) {
                return type.startsWith("telar.engine.") && !Replacements.in(type);
            }
        }
        return false;
    }

    private static String at(Throwable error) {
        for (StackTraceElement frame : error.getStackTrace()) {
            String type = frame.getClassName();
            if (!type.startsWith("shadow.")
                    && !type.startsWith("java.")
                    && !type.startsWith("jdk.")
                    && !type.startsWith("telar.")
                    && frame.getLineNumber() > 0) {
                return " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }

    static String withoutShadow(String text) {
        return text.replace("shadow.java.", "java.").replace("shadow/java/", "java/");
    }

    static Failure exit(LogicalThread thread, String how) {
        return new Failure(
                Kind.EXIT,
                Set.of(),
                thread.name() + " ended the whole program with " + how + at(thread.site),
                Optional.empty());
    }

    static Failure deadlock(List<LogicalThread> threads) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        List<LogicalThread> cycle = cycle(threads);
        if (cycle != null) {
            traits.add(Trait.LOCK_CYCLE);
        }
        StringBuilder text = new StringBuilder("nobody can go on:");
        Set<LogicalThread> involved = involved(threads, cycle);
        for (LogicalThread thread : involved) {
            if (thread.state == State.MEETING && thread.initialiser == null) {
                traits.add(Trait.WAITS_FOR_COMPANY);
            } else if (thread.state != State.MONITOR
                    && thread.state != State.JOINING
                    && thread.state != State.SLEEPING
                    && thread.state != State.OUTSIDE
                    && holder(thread) == null) {
                traits.add(Trait.WAITS_FOR_SIGNAL);
            }
            text.append("\n").append(describe(thread));
        }
        for (LogicalThread thread : threads) { // virtual threads keep no JVM alive, but they are what a program works with
            if (thread.isVirtual() && thread.alive() && !idleWorker(thread) && !involved.contains(thread)) {
                text.append("\n").append(describe(thread));
            }
        }
        return new Failure(Kind.DEADLOCK, traits, text.toString(), Optional.empty());
    }

    /** Who is stuck, and whomever those wait for. */
    private static Set<LogicalThread> involved(List<LogicalThread> threads, List<LogicalThread> cycle) {
        Set<LogicalThread> involved = new java.util.LinkedHashSet<>();
        for (LogicalThread thread : threads) {
            boolean counts = !thread.daemon || thread.state == State.MEETING || cycle != null && cycle.contains(thread);
            for (LogicalThread next = thread;
                    counts && next != null && next.alive() && !idleWorker(next) && involved.add(next); ) {
                next = next.state == State.JOINING ? next.joined : holder(next);
            }
        }
        return involved;
    }

    /** A thread waits, in the JVM itself, for a class that another one initialises, and that one does not go on. */
    static Failure initialiser(LogicalThread waiting, LogicalThread initialiser) {
        String text = "nobody can go on:\n" + waiting.name() + " waits for a class that " + initialiser.name() + " initialises"
                + at(waiting.site) + "\n" + describe(initialiser);
        return new Failure(Kind.DEADLOCK, Set.of(), text, Optional.empty());
    }

    static Failure noProgress(List<LogicalThread> threads) {
        StringBuilder text = new StringBuilder("running for ever without getting anywhere:");
        for (LogicalThread thread : threads) {
            if (thread.alive() && !idleWorker(thread)) {
                text.append("\n").append(describe(thread));
            }
        }
        return new Failure(Kind.NO_PROGRESS, Set.of(), text.toString(), Optional.empty());
    }

    /** One line: who waits where for what, and who has it. */
    static String describe(LogicalThread thread) {
        return thread.name() + ' ' + waiting(thread) + at(thread.site);
    }

    /** What a thread does or waits for, and who has it. */
    static String waiting(LogicalThread thread) {
        StringBuilder text = new StringBuilder();
        switch (thread.state) {
            case MONITOR -> text.append("waits for the lock of ").append(thread.execution.objects.nameOf(thread.monitor.object));
            case WAITING -> text.append("waits to be notified on ").append(thread.execution.objects.nameOf(thread.monitor.object));
            case JOINING -> text.append("waits for ").append(thread.joined.name()).append(" to end");
            case CALLING -> text.append("waits in ").append(callName(thread));
            case PARKED -> {
                text.append("waits");
                if (thread.blocker != null) {
                    text.append(" on ").append(thread.execution.objects.nameOf(thread.blocker));
                }
            }
            case MEETING -> text.append(thread.guardText);
            default -> text.append(thread.state.words);
        }
        LogicalThread holder = holder(thread);
        if (holder != null && thread.state != State.MEETING) {
            text.append(", which ").append(holder == thread ? "it has itself" : holder.name() + " has");
        }
        return text.toString();
    }

    private static String at(int site) {
        if (site < 0) {
            return "";
        }
        Site at = Sites.get(site);
        return " at " + at.file() + ":" + at.line();
    }

    static String callName(LogicalThread thread) {
        return thread.execution.objects.nameOf(thread.callArguments[0]) + "." + thread.call.name();
    }

    /** The thread that has what this one waits for, or null. */
    static LogicalThread holder(LogicalThread thread) {
        return switch (thread.state) {
            case MONITOR -> thread.monitor.owner;
            case CALLING -> lockOwner(thread);
            case MEETING -> thread.initialiser;
            default -> null;
        };
    }

    /** The owner of the lock in whose {@code lock()} the thread waits, where the lock knows it. */
    private static LogicalThread lockOwner(LogicalThread thread) {
        return ownerOf(thread.execution, BlockingCallRunner.synchronizer(thread.callArguments[0]));
    }

    private static LogicalThread ownerOf(Execution execution, Object sync) {
        for (Class<?> type = sync == null ? null : sync.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals("AbstractOwnableSynchronizer")) {
                long offset = Jdk.fieldOffset(type, "exclusiveOwnerThread");
                return Jdk.getReference(sync, offset) instanceof Thread owner ? execution.threads.of(owner) : null;
            }
        }
        return null;
    }

    /** Threads that wait for each other in a ring, or null. */
    static List<LogicalThread> cycle(List<LogicalThread> threads) {
        for (LogicalThread start : threads) {
            List<LogicalThread> path = new ArrayList<>();
            Set<LogicalThread> seen = new HashSet<>();
            LogicalThread next = start;
            while (next != null && next.alive() && next.deadline == LogicalThread.NEVER && seen.add(next)) {
                path.add(next);
                next = next.state == State.JOINING ? next.joined : holder(next);
            }
            if (next != null && next == start && (path.size() > 1 || start.state == State.MONITOR || holder(start) == start)) {
                return path;
            }
        }
        return null;
    }

    /** Whether this thread has just closed a ring of threads of which each holds what another waits for and none can be interrupted. */
    static boolean closesACycle(LogicalThread start) {
        LogicalThread next = start;
        for (int length = 0; length < 1_000; length++) {
            boolean blocked = next.state == State.MONITOR || next.state == State.CALLING && next.call.name().equals("lock");
            LogicalThread holder = blocked ? holder(next) : null;
            if (holder == null || holder == next) {
                return false;
            }
            if (holder == start) {
                return true;
            }
            next = holder;
        }
        return false;
    }

    /** A lock of the JDK that a thread had when it ended: nobody can ever take it again. */
    static Optional<Failure> lockKeptByTheDead(Execution execution, Set<Object> objects) {
        String first = null;
        for (Object object : objects) {
            String type = object.getClass().getName();
            if (type.startsWith("shadow.java.util.concurrent.locks.Reentrant")) {
                LogicalThread owner = ownerOf(execution, object);
                if (owner != null && !owner.alive()) {
                    String lock = Names.of(object);
                    String text = owner.name() + " has ended and still has the " + lock.substring(0, lock.indexOf('.')) + at(owner.site);
                    first = first == null || text.compareTo(first) < 0 ? text : first; // the objects come in no order
                }
            }
        }
        return Optional.ofNullable(first)
                .map(text -> new Failure(Kind.DEADLOCK, Set.of(), text + ": nobody can ever take it", Optional.empty()));
    }

    /** An idle worker of a pool, or a timer's thread with nothing to do. */
    static boolean idleWorker(LogicalThread thread) {
        if (thread.thread.getClass().getName().endsWith("ForkJoinWorkerThread")) {
            return thread.state == State.PARKED;
        }
        if (thread.thread.getClass().getName().endsWith("java.util.TimerThread")) {
            return thread.state == State.WAITING;
        }
        if (thread.innerSite < 0 || thread.state != State.CALLING && thread.state != State.PARKED) {
            return false;
        }
        Site inner = Sites.get(thread.innerSite);
        return inner.className().equals("java.util.concurrent.ThreadPoolExecutor") && inner.method().equals("getTask")
                || inner.className().equals("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue");
    }

    static boolean idleOrNapping(LogicalThread thread) {
        return idleWorker(thread) || thread.state == State.SLEEPING || thread.deadline != LogicalThread.NEVER;
    }

    static boolean runningOrNapping(LogicalThread thread) {
        return idleOrNapping(thread) || thread.state == State.RUNNABLE || thread.state == State.YIELDING;
    }
}
