package telar.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import telar.engine.instrument.FieldRef;
import telar.engine.instrument.Fields;
import telar.engine.instrument.ShadowNames;
import telar.engine.instrument.Site;
import telar.engine.instrument.Sites;

/**
 * Finds conflicting plain accesses that nothing orders, by happens-before with vector clocks; reads are kept per thread, the last
 * write as an epoch (after Flanagan and Freund, FastTrack, 2009).
 */
final class RaceDetector {
    private final Execution execution;
    private final List<String> clockOwners = new ArrayList<>();
    private final List<Race> races = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean finalsSeenTooEarly;

    /**
     * A data race, both sides in the program's own lines.
     *
     * @param what the field, element or object
     * @param first the earlier access, {@code second} the later
     */
    record Race(String what, Side first, Side second) {
        String message() {
            return "data race on " + what + ": " + second.words() + ", and nothing orders it after " + first.words();
        }
    }

    /** One side of a race. */
    record Side(boolean write, String thread, int site) {
        String words() {
            Site at = site < 0 ? null : Sites.get(site);
            return thread + (write ? " writes" : " reads") + (at == null ? "" : " at " + at.file() + ":" + at.line());
        }
    }

    RaceDetector(Execution execution) {
        this.execution = execution;
    }

    List<Race> races() {
        return races;
    }

    /** A clock index that nobody uses any more, last used at {@code time}. */
    private record Retired(int index, int time) {}

    private final java.util.ArrayDeque<Retired> retired = new java.util.ArrayDeque<>();

    /**
     * A clock index for a task that begins with this clock. A retired one serves again if the task is ordered after everything
     * that was done under it: otherwise a race between its old and its new user would go unseen.
     *
     * @return the index and the time from which it counts
     */
    int[] taskClockIndex(String owner, int[] clock) {
        int tried = 0;
        for (java.util.Iterator<Retired> candidates = retired.iterator(); candidates.hasNext() && tried < 32; tried++) {
            Retired candidate = candidates.next();
            if (VectorClock.at(clock, candidate.index) >= candidate.time) {
                candidates.remove();
                clockOwners.set(candidate.index, owner);
                return new int[] {candidate.index, VectorClock.at(clock, candidate.index) + 1};
            }
        }
        return new int[] {newClockIndex(owner), 1};
    }

    void retire(int index, int time) {
        retired.addFirst(new Retired(index, time));
    }

    int newClockIndex(String owner) {
        clockOwners.add(owner);
        return clockOwners.size() - 1;
    }

    void acquire(LogicalThread thread, int[] clock) {
        thread.clock = VectorClock.join(thread.clock, clock);
    }

    void release(LogicalThread thread, Location location) {
        location.clock = location.clock == null ? thread.clock.clone() : VectorClock.join(location.clock, thread.clock);
        thread.clock[thread.clockIndex]++;
    }

    private ObjectState.Variable variable(Object owner, long key) {
        ObjectState state = execution.objects.stateOf(owner);
        if (state.variables == null) {
            state.variables = new HashMap<>(4);
        }
        ObjectState.Variable variable = state.variables.get(key);
        if (variable == null) {
            variable = new ObjectState.Variable();
            state.variables.put(key, variable);
        }
        return variable;
    }

    /** A synchronising access of the program to a place that it may also access plainly: these two may race. */
    void atomicAccess(LogicalThread thread, Object owner, long key, boolean write) {
        ObjectState.Variable variable = variable(owner, key);
        int me = thread.clockIndex;
        if (variable.writer >= 0
                && variable.writer != me
                && variable.writeTime > VectorClock.at(thread.clock, variable.writer)) {
            report(thread, owner, key, -1, write, variable.writer, variable.writeSite, true);
        }
        if (write && variable.readTimes != null) {
            unordered(thread, owner, key, -1, true, variable.readTimes, variable.readSites, false);
        }
        if (variable.atomics == null) {
            variable.atomics = new ObjectState.Atomics();
        }
        ObjectState.Atomics atomics = variable.atomics;
        int now = thread.clock[me];
        if (write) {
            atomics.writeTimes = with(atomics.writeTimes, me, now);
            atomics.writeSites = with(atomics.writeSites, me, thread.site);
        } else {
            atomics.readTimes = with(atomics.readTimes, me, now);
            atomics.readSites = with(atomics.readSites, me, thread.site);
        }
    }

    private static int[] with(int[] values, int index, int value) {
        int[] longer = index < values.length ? values : Arrays.copyOf(values, index + 1);
        longer[index] = value;
        return longer;
    }

    /** Reports a race with every earlier access at these times that is not ordered before the one being made. */
    private void unordered(
            LogicalThread thread, Object owner, long key, int field, boolean write, int[] times, int[] sites, boolean wrote) {
        for (int i = 0; i < times.length; i++) {
            if (i != thread.clockIndex && times[i] > VectorClock.at(thread.clock, i)) {
                report(thread, owner, key, field, write, i, sites[i], wrote);
            }
        }
    }

    /** A plain access; {@code field} is an id of {@link Fields}, or -1 for an element or an object's contents. */
    void access(LogicalThread thread, Object owner, long key, int field, boolean write) {
        ObjectState.Variable variable = variable(owner, key);
        int me = thread.clockIndex;
        int now = thread.clock[me];
        if (variable.writer >= 0
                && variable.writer != me
                && variable.writeTime > VectorClock.at(thread.clock, variable.writer)) {
            report(thread, owner, key, field, write, variable.writer, variable.writeSite, true);
        }
        ObjectState.Atomics atomics = variable.atomics;
        if (atomics != null) {
            unordered(thread, owner, key, field, write, atomics.writeTimes, atomics.writeSites, true);
            if (write) {
                unordered(thread, owner, key, field, true, atomics.readTimes, atomics.readSites, false);
            }
        }
        if (write) {
            if (variable.readTimes != null) {
                unordered(thread, owner, key, field, true, variable.readTimes, variable.readSites, false);
            }
            variable.writer = me;
            variable.writeTime = now;
            variable.writeSite = thread.site;
            variable.readTimes = null;
            variable.readSites = null;
        } else {
            if (variable.readTimes == null) {
                variable.readTimes = new int[me + 1];
                variable.readSites = new int[me + 1];
            } else if (variable.readTimes.length <= me) {
                variable.readTimes = Arrays.copyOf(variable.readTimes, me + 1);
                variable.readSites = Arrays.copyOf(variable.readSites, me + 1);
            }
            variable.readTimes[me] = now;
            variable.readSites[me] = thread.site;
        }
    }

    // ---- final fields: whoever sees an object only after its constructor needs no order (JLS 17.5)

    /** Whether any thread may have seen an object before all its final fields were written. */
    boolean finalsSeenTooEarly() {
        return finalsSeenTooEarly;
    }

    /**
     * A constructor that began when the thread's own clock showed {@code begun} writes a final field. What the thread has released
     * since then may have shown the object to others.
     */
    void finalWrite(LogicalThread thread, Object owner, long key, int begun) {
        int now = thread.clock[thread.clockIndex];
        if (now > begun) {
            finalsSeenTooEarly = true;
            ObjectState.Variable variable = variable(owner, key);
            variable.writer = thread.clockIndex;
            variable.writeTime = now;
            variable.writeSite = thread.site;
            variable.constructionBegun = begun;
        }
    }

    /** A race if the reader has learned of something that the writer did within the constructor, and of nothing after the write. */
    void finalRead(LogicalThread thread, Object owner, long key, int field) {
        ObjectState state = execution.objects.stateOf(owner);
        ObjectState.Variable variable = state.variables == null ? null : state.variables.get(key);
        if (variable == null || variable.writer < 0 || variable.writer == thread.clockIndex) {
            return;
        }
        int learned = VectorClock.at(thread.clock, variable.writer);
        if (learned >= variable.constructionBegun && learned < variable.writeTime) {
            report(thread, owner, key, field, false, variable.writer, variable.writeSite, true);
        }
    }

    private void report(
            LogicalThread thread,
            Object owner,
            long key,
            int field,
            boolean write,
            int other,
            int otherSite,
            boolean otherWrote) {
        String what = describe(owner, key, field);
        if (seen.add(thread.site + " " + otherSite + " " + what)) {
            races.add(
                    new Race(
                            what,
                            new Side(otherWrote, clockOwners.get(other), otherSite),
                            new Side(write, thread.name(), thread.site)));
        }
    }

    /** The field, element or object for a reader, for instance {@code LikeCounter.likes}. */
    static String describe(Object owner, long key, int field) {
        if (field >= 0) {
            FieldRef ref = Fields.get(field);
            String type = ShadowNames.original(ref.ownerBinaryName());
            return Names.jdk(type) ? "the contents of " + article(Names.of(owner)) : Names.simple(type) + "." + ref.name();
        }
        if (owner.getClass().isArray()) {
            return "element " + key + " of " + article(owner.getClass().getSimpleName());
        }
        return "the contents of " + article(Names.of(owner));
    }

    private static String article(String name) {
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
