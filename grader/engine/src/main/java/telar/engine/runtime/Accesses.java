package telar.engine.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import telar.engine.instrument.Access;
import telar.engine.instrument.Site;
import telar.engine.instrument.Sites;
import telar.engine.runtime.LogicalThread.CallMode;
import telar.engine.runtime.LogicalThread.State;

/**
 * Synchronising and plain accesses to fields, elements and objects: where the scheduling points are, what orders what, and when
 * a loop only waits.
 */
final class Accesses {
    /** An infinite loop is called so after this much work in one run of one thread, see {@link #worked}. */
    private static final long MAX_WORK = 500_000_000L;

    /** After so much work between two points, others get a turn, in case that it goes on for ever. */
    static final long WORK_IN_A_TURN = 200_000;

    /** The work of going round a loop once, and of a plain access, in proportion to what they cost the engine. */
    static final int BACK_EDGE = 1;

    private static final int PLAIN_ACCESS = 24;

    /** An effect-free loop without synchronisation is called endless after this many rounds. */
    private static final int MAX_BARREN_ROUNDS = 300_000;

    /** So many synchronising accesses without a point mean that the JDK spins inside a call, waiting for another thread. */
    private static final int MAX_ACCESSES_IN_A_STEP = 400;

    /** How an access relates to what it reads and writes. */
    enum Effect {
        READ,
        WRITE,
        UPDATE,
        /** Writes only if it succeeds, which is told afterwards. */
        COMPARE_AND_SET
    }

    private final Execution execution;
    private final Map<Class<?>, Map<Long, String>> names = new IdentityHashMap<>();

    /** The location of a compare-and-set whose outcome is not yet known. */
    private Location comparing;

    private boolean comparingReleases;

    Accesses(Execution execution) {
        this.execution = execution;
    }

    // ---- locations

    Location location(Object owner, long key) {
        ObjectState state = execution.objects.stateOf(owner);
        if (state.locations == null) {
            state.locations = new HashMap<>(4);
        }
        Location known = state.locations.get(key);
        if (known != null) {
            return known;
        }
        Location location = new Location(nameOf(owner.getClass(), key));
        state.locations.put(key, location);
        return location;
    }

    /** One text for all places of a kind: a long run has hundreds of thousands of them. */
    private String nameOf(Class<?> type, long key) {
        boolean array = type.isArray();
        return names.computeIfAbsent(type, t -> new HashMap<>(4))
                .computeIfAbsent(array ? -1L : key, k -> type.getName() + "@" + (array ? "element" : String.valueOf(k)));
    }

    /** Notes the access in the current step, for the search, and in the watch list of the loop the thread is in. */
    void touch(LogicalThread thread, Location location, byte kind) {
        if (thread.initializingCopies > 0) {
            return; // only the first run that needs the copy does this: numbers of locations must not depend on it
        }
        if (location.number < 0) {
            location.number = execution.locations++;
        }
        execution.step.add(location, kind);
        boolean writes = !Step.readOnly(kind) && thread.callMode != CallMode.TRIAL;
        if (thread.loopSite >= 0 && thread.callMode != CallMode.TRIAL) {
            int i = thread.loopReads.indexOf(location);
            if (i < 0) {
                i = thread.loopReads.size();
                if (i > 200) {
                    thread.loopSite = -1;
                }
                thread.loopReads.add(location);
                if (i == thread.loopVersions.length) {
                    thread.loopVersions = Arrays.copyOf(thread.loopVersions, i * 2);
                }
                thread.loopVersions[i] = location.version;
            }
            if (writes) {
                thread.loopVersions[i]++;
            }
        }
        if (writes) {
            location.version++;
        }
    }

    /** Notes the access in the current step only: no loop of the running thread has to do with it. */
    void mark(Location location, byte kind) {
        if (location.number < 0) {
            location.number = execution.locations++;
        }
        execution.step.add(location, kind);
        if (!Step.readOnly(kind)) {
            location.version++;
        }
    }

    // ---- synchronising accesses

    /** @param mode {@link Access#OPAQUE}, {@link Access#ACQUIRE} or {@link Access#RELEASE}; with neither it is a volatile one */
    void synchronising(LogicalThread thread, Object owner, long key, Effect effect, int mode, int site) {
        if (execution.over) {
            execution.termination.unwind(thread);
        }
        boolean own = Sites.student(site);
        Location location = location(owner, key);
        boolean point = own || thread.atCall || execution.options.deep();
        if (thread.callMode == CallMode.NONE && thread.initializing == 0 && point) {
            thread.atCall = false;
            thread.pending = location;
            thread.pendingKind = effect == Effect.READ ? Step.READ : Step.WRITE;
            if (effect == Effect.READ) {
                spinPoint(thread, own ? site : -2 - thread.site);
            } else {
                thread.spinSite = -1;
                thread.spins = 0;
                execution.scheduler.point(thread);
            }
        }
        thread.pending = null;
        if (!own && execution.step.touched() > MAX_ACCESSES_IN_A_STEP) {
            execution.scheduler.giveWay(thread);
        }
        boolean reads = effect == Effect.READ || effect == Effect.COMPARE_AND_SET;
        touch(thread, location, reads ? Step.READ : Step.WRITE);
        if (!reads) {
            thread.effects++;
        }
        if (thread.callMode == CallMode.TRIAL) {
            comparing = null;
            return;
        }
        if (own || thread.lastRead != location || effect != Effect.READ) {
            thread.lastRead = effect == Effect.READ ? location : null;
        }
        boolean releases = (mode & (Access.OPAQUE | Access.ACQUIRE)) == 0;
        if (effect != Effect.WRITE && (mode & (Access.OPAQUE | Access.RELEASE)) == 0) {
            execution.races.acquire(thread, location.clock);
        }
        if (!reads && releases) {
            execution.races.release(thread, location);
        } else if (effect == Effect.WRITE) {
            location.clock = null; // who reads this value has not seen what an earlier one published
        }
        comparing = effect == Effect.COMPARE_AND_SET ? location : null;
        comparingReleases = releases;
    }

    /** The outcome of the compare-and-set just made. */
    void compared(LogicalThread thread, boolean succeeded) {
        if (succeeded && comparing != null && thread.callMode != CallMode.TRIAL) {
            touch(thread, comparing, Step.WRITE);
            thread.effects++;
            if (comparingReleases) {
                execution.races.release(thread, comparing);
            }
        }
        comparing = null;
    }

    Location comparing() {
        return comparing;
    }

    void comparing(Location location) {
        comparing = location;
    }

    /** A synchronising access to one of the engine's own locations, such as a thread's interrupt status. */
    void synchronising(LogicalThread thread, Location location, byte kind) {
        if (thread.callMode == CallMode.TRIAL) {
            touch(thread, location, kind);
            return;
        }
        if (thread.callMode == CallMode.NONE && thread.initializing == 0 && thread.atCall || execution.options.deep()) {
            thread.atCall = false;
            execution.scheduler.point(thread);
        }
        touch(thread, location, kind);
        execution.races.acquire(thread, location.clock);
        if (kind == Step.WRITE) {
            execution.races.release(thread, location);
        }
    }

    /** A point in front of a read: reading at the same place again and again, and doing nothing else, gives way. */
    void spinPoint(LogicalThread thread, int site) {
        if (thread.spinSite == site) {
            if (++thread.spins > 3) {
                thread.spins = 0;
                execution.scheduler.giveWay(thread);
                return;
            }
        } else {
            thread.spinSite = site;
            thread.spins = 0;
        }
        execution.scheduler.point(thread);
    }

    // ---- plain accesses

    void plain(LogicalThread thread, Object owner, long key, int field, boolean write) {
        if (thread.callMode == CallMode.TRIAL) {
            return;
        }
        if (execution.over) {
            execution.termination.unwind(thread);
        }
        if (!execution.options.promoted().isEmpty()
                && thread.callMode == CallMode.NONE
                && thread.initializing == 0
                && thread.innerSite < 0
                && promoted(thread.site)) {
            execution.scheduler.point(thread);
            touch(thread, location(owner, key ^ 1L << 50), write ? Step.WRITE : Step.READ);
        }
        worked(thread, PLAIN_ACCESS);
        if (thread.initializing > 0) {
            return; // initialising a class happens before every use of it (JLS 12.4.2)
        }
        if (write) {
            thread.effects++;
        }
        execution.races.access(thread, owner, key, field, write);
    }

    private boolean promoted(int site) {
        if (site < 0) {
            return false;
        }
        Site at = Sites.get(site);
        return execution.options.promoted().contains(at.file() + ":" + at.line());
    }

    // ---- loops

    /** Counts work between points; much of it lets others have a turn, far too much ends the run. */
    void worked(LogicalThread thread, int amount) {
        thread.work += amount;
        if (thread.work < thread.nextForcedYield) {
            return;
        }
        if (thread.work > MAX_WORK) {
            execution.termination.finish(Failures.noProgress(execution.threads()), thread);
        }
        execution.scheduler.giveWay(thread);
    }

    /**
     * The end of a loop iteration that stored nothing in a local variable. If it had no other effect either, the next one can
     * differ only after another thread has written something read in it: until then the thread is disabled.
     */
    void idleEdge(LogicalThread thread, int site) {
        thread.site = site;
        if (execution.over) {
            execution.termination.unwind(thread);
        }
        boolean idle =
                thread.loopSite == site && thread.loopEffects == thread.effects && !thread.loopReads.isEmpty();
        if (!idle) {
            barren(thread, site);
            napped(thread, site);
            thread.loopSite = site;
            thread.loopEffects = thread.effects;
            thread.loopReads.clear();
            worked(thread, BACK_EDGE);
            return;
        }
        thread.spinSite = -1;
        thread.spins = 0;
        thread.state = State.IDLE_LOOP;
        execution.scheduler.schedule(thread, false);
        thread.state = State.RUNNABLE;
        thread.loopReads.clear();
    }

    /**
     * Counts iterations that had no effect and looked at nothing that another thread may change in order: only a data race could
     * end such a loop, and that would be found. Some uninstrumented JDK objects change unseen, hence the generous number.
     */
    private void barren(LogicalThread thread, int site) {
        boolean again =
                thread.loopSite == site && thread.loopEffects == thread.effects && thread.loopReads.isEmpty();
        thread.barrenRounds = again ? thread.barrenRounds + 1 : 0;
        if (thread.barrenRounds > MAX_BARREN_ROUNDS) {
            execution.termination.finish(Failures.noProgress(execution.threads()), thread);
        }
    }

    /** Notes whether the round that ends here did nothing but sleep: unless somebody else does something, all others will be like it. */
    private void napped(LogicalThread thread, int site) {
        boolean again = thread.loopSite == site
                && thread.naps > thread.loopNaps
                && thread.effects - thread.loopEffects == thread.naps - thread.loopNaps
                && !thread.loopReads.contains(execution.clock.location);
        thread.napRoundBegan = again ? thread.roundBegan : -1;
        if (!again) {
            thread.pollsSince = -1;
        } else if (thread.pollsSince < 0) {
            thread.pollsSince = thread.roundBegan;
        }
        thread.roundBegan = execution.progress();
        thread.loopNaps = thread.naps;
    }

    boolean somethingReadHasChanged(LogicalThread thread) {
        for (int i = 0; i < thread.loopReads.size(); i++) {
            if (thread.loopReads.get(i).version != thread.loopVersions[i]) {
                return true;
            }
        }
        return false;
    }
}
