package telar.engine.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import telar.engine.instrument.Access;
import telar.engine.instrument.BlockingCalls;
import telar.engine.instrument.Fields;
import telar.engine.instrument.Sites;
import telar.engine.runtime.Accesses.Effect;
import telar.engine.runtime.LogicalThread.CallMode;

/**
 * What instrumented code calls, at the points that {@code telar.engine.instrument} put into it. Every hook returns at once on a
 * thread that is not part of an execution. Public because generated code in other loaders calls it; not for people.
 */
public final class Hooks {
    private static final long CONTENTS_KEY = -7;

    /** Rounds of loops that are counted together. */
    static final int EDGES_AT_A_TIME = 200;

    /** How many more rounds of loops the thread with the baton goes before they are counted. */
    static int edgesLeft = EDGES_AT_A_TIME;

    private static final ClassValue<int[]> COPIED_BY_CLONE =
            new ClassValue<>() {
                @Override
                protected int[] computeValue(Class<?> type) {
                    return Fields.copiedByClone(type);
                }
            };

    private Hooks() {}

    private static LogicalThread here() {
        return Baton.here();
    }

    /** The program's own lines are what a reader sees. */
    private static void at(LogicalThread me, int site) {
        if (Sites.student(site)) {
            me.site = site;
            me.innerSite = -1;
        }
    }

    private static boolean trialling(LogicalThread me) {
        return me.callMode == CallMode.TRIAL;
    }

    /**
     * Forgets where fields lie. Fields are known by the names of their class and their own, and the next program may have another
     * class of the same name. Called between explorations.
     */
    public static void forgetOffsets() {
        FieldOffsets.forget();
    }

    // ---- classes and calls

    public static void clinitIn() {
        LogicalThread me = here();
        if (me != null && me.initializing++ == 0) {
            me.atCallBefore = me.atCall;
            me.callModeBefore = me.callMode;
            me.callMode = CallMode.NONE;
        }
    }

    /** What comes next initialises this class of the program, if nothing has before. */
    public static void initialises(Class<?> type) {
        LogicalThread me = here();
        if (me != null && !me.execution.over && !trialling(me) && me.initializingCopies == 0) {
            me.execution.initialisations.need(me, type);
        }
    }

    public static void clinitOut() {
        LogicalThread me = here();
        if (me != null && --me.initializing == 0) {
            me.atCall = me.atCallBefore;
            me.callMode = me.callModeBefore;
        }
    }

    /** The static initialiser of a shadow copy begins: what it does happens once in the JVM and belongs to no run. */
    public static void copyIn() {
        clinitIn();
        LogicalThread me = here();
        if (me != null) {
            me.initializingCopies++;
        }
    }

    public static void copyOut(Class<?> copy) {
        SharedState.remember(copy);
        leaveCopy();
    }

    public static void copyFailed() {
        SharedState.spoil();
        leaveCopy();
    }

    private static void leaveCopy() {
        LogicalThread me = here();
        if (me != null) {
            me.initializingCopies--;
        }
        clinitOut();
    }

    /** A static initialiser ends with this: the class is of no use any more, in this loader. */
    public static void clinitFailed(Throwable thrown, String className) {
        LogicalThread me = Carrier.current();
        if (me != null) {
            me.execution.initialisations.failed(className, thrown);
        }
    }

    /** A handler of the program has caught this; the error that unwinds it must get through. */
    public static void caught(Throwable thrown) {
        if (thrown == Teardown.INSTANCE) {
            throw Teardown.INSTANCE;
        }
    }

    public static void call(int site) {
        LogicalThread me = here();
        if (me == null) {
            return;
        }
        arrive(me, site);
        if (me.execution.recorder != null && me.callMode != CallMode.TRIAL) {
            me.execution.recorder.call(me, site);
        }
    }

    /** The thread is about to make a call from the program's own code. */
    private static void arrive(LogicalThread me, int site) {
        me.site = site;
        me.innerSite = -1;
        me.atCall = true;
        if (me.execution.over) {
            me.execution.termination.unwind(me);
        }
    }

    public static void entry(int site) {
        LogicalThread me = here();
        if (me == null || me.execution.over || me.callMode != CallMode.NONE) {
            return;
        }
        at(me, site);
        if (me.id != 0 || me.execution.threads().size() > 1) {
            me.execution.scheduler.point(me);
        }
    }

    public static void idleEdge(int site) {
        LogicalThread me = here();
        if (me == null) {
            return;
        }
        if (me.callMode != CallMode.NONE || me.initializing > 0) {
            backEdge(site);
            return;
        }
        me.execution.accesses.idleEdge(me, site);
    }

    /** A loop goes round again. This is called for every round of every loop of the program: the usual case must be next to nothing. */
    public static void backEdge(int site) {
        if (--edgesLeft < 0) {
            manyBackEdges(site);
        }
    }

    private static void manyBackEdges(int site) {
        edgesLeft = EDGES_AT_A_TIME;
        LogicalThread me = here();
        if (me == null) {
            return;
        }
        me.site = site;
        if (me.execution.over) {
            me.execution.termination.unwind(me);
        }
        me.execution.accesses.worked(me, Accesses.BACK_EDGE * EDGES_AT_A_TIME);
    }

    public static Object tx(Object[] arguments, int id, int site) throws Throwable {
        LogicalThread me = here();
        if (arguments[0] == null) {
            throw new NullPointerException("called " + BlockingCalls.get(id).name() + " on null");
        }
        MethodHandle handle = BlockingCallRunner.handle(BlockingCalls.get(id), arguments[0]);
        if (me == null) {
            return (Object) handle.invokeExact(arguments);
        }
        boolean own = Sites.student(site);
        // The first synchronising access inside a JDK call made by the program is a point, whatever it is.
        boolean point = own || me.atCall;
        if (own) {
            arrive(me, site);
            me.atCall = me.callMode == CallMode.NONE;
        } else if (me.callMode == CallMode.NONE) {
            me.innerSite = site;
        }
        boolean asItIs =
                me.callMode != CallMode.NONE
                        || me.initializing > 0
                        || me.execution.options.deep()
                        || me.thread.getClass().getName().endsWith("ForkJoinWorkerThread")
                        || !BlockingCallRunner.suits(BlockingCalls.get(id), arguments[0]);
        return asItIs
                ? (Object) handle.invokeExact(arguments)
                : me.execution.calls.call(me, id, handle, arguments, own, point);
    }

    // ---- monitors

    public static void monEnter(Object object, int site) {
        LogicalThread me = here();
        if (me == null) {
            if (object == null) {
                throw new NullPointerException("synchronized on null");
            }
            return;
        }
        at(me, site);
        me.execution.monitors.enter(me, object, Sites.student(site));
    }

    public static void monExit(Object object, int site) {
        LogicalThread me = here();
        if (me != null) {
            at(me, site);
            me.execution.monitors.exit(me, object, Sites.student(site));
        }
    }

    // ---- fields

    public static void volRead(Object owner, int field, int site) {
        volatileAccess(owner, field, site, Effect.READ);
    }

    public static void volWrite(Object owner, int field, int site) {
        volatileAccess(owner, field, site, Effect.WRITE);
    }

    private static void volatileAccess(Object owner, int field, int site, Effect effect) {
        LogicalThread me = here();
        if (me == null || owner == null) {
            return;
        }
        if (trialling(me) && effect != Effect.READ) {
            remember(me, owner, field);
        }
        at(me, site);
        long key = FieldOffsets.key(field, owner);
        me.execution.accesses.synchronising(me, owner, key, effect, 0, site);
        record(me, owner, key, field, Fields.get(field).type(), effect, site);
    }

    public static void read(Object owner, int field, int site) {
        LogicalThread me = here();
        if (me == null || owner == null || trialling(me)) {
            return;
        }
        at(me, site);
        long key = FieldOffsets.key(field, owner);
        me.execution.accesses.plain(me, owner, key, field, false);
        if (me.execution.recorder != null) {
            record(me, owner, key, field, Fields.get(field).type(), Effect.READ, site);
        }
    }

    /** A constructor begins that may let others see the object before it has written its final fields. */
    public static void constructs(int site) {
        LogicalThread me = here();
        if (me != null) {
            me.constructions.begin(site, me.clock[me.clockIndex]);
        }
    }

    /** One that {@link #constructs} told of is about to return; one that throws is not told of. */
    public static void constructed(int site) {
        LogicalThread me = here();
        if (me != null) {
            me.constructions.end(site);
        }
    }

    /** Such a constructor writes a final field. */
    public static void finalWrite(Object owner, int field, int site) {
        LogicalThread me = here();
        if (me == null || trialling(me)) {
            return;
        }
        at(me, site);
        me.execution.races.finalWrite(me, owner, FieldOffsets.key(field, owner), me.constructions.begun(site));
    }

    public static void finalRead(Object owner, int field, int site) {
        LogicalThread me = here();
        if (me == null || owner == null || !me.execution.races.finalsSeenTooEarly() || trialling(me)) {
            return;
        }
        at(me, site);
        me.execution.races.finalRead(me, owner, FieldOffsets.key(field, owner), field);
    }

    public static void write(Object owner, int field, int site) {
        LogicalThread me = here();
        if (me == null || owner == null) {
            return;
        }
        if (trialling(me)) {
            remember(me, owner, field);
            return;
        }
        at(me, site);
        long key = FieldOffsets.key(field, owner);
        me.execution.accesses.plain(me, owner, key, field, true);
        if (me.execution.recorder != null) {
            record(me, owner, key, field, Fields.get(field).type(), Effect.WRITE, site);
        }
    }

    /** A write inside the JDK that only a trial needs to know of. */
    public static void txw(Object owner, int field, int site) {
        LogicalThread me = here();
        if (me != null && trialling(me)) {
            remember(me, owner, field);
        }
    }

    private static void remember(LogicalThread me, Object owner, int field) {
        if (owner == null || Fields.get(field).isStatic()) {
            return;
        }
        long offset = FieldOffsets.key(field, owner);
        if (FieldOffsets.isReal(offset)) {
            me.execution.calls.undo().remember(owner, offset, Fields.get(field).type());
        }
    }

    // ---- arrays and other objects

    public static void arrRead(Object array, int index, int site) {
        element(array, index, site, false);
    }

    public static void arrWrite(Object array, int index, int site) {
        element(array, index, site, true);
    }

    private static void element(Object array, int index, int site, boolean write) {
        LogicalThread me = here();
        if (me == null || array == null) {
            return;
        }
        if (trialling(me)) {
            if (write) {
                txa(array, index, site);
            }
            return;
        }
        if (index < 0 || index >= java.lang.reflect.Array.getLength(array)) {
            return;
        }
        at(me, site);
        me.execution.accesses.plain(me, array, index, -1, write);
        if (me.execution.recorder != null) {
            me.execution.recorder.access(
                    me,
                    array,
                    index,
                    -1,
                    Jdk.elementOffset(array.getClass(), index),
                    typeOf(array),
                    write ? Effect.WRITE : Effect.READ,
                    Sites.student(site));
        }
    }

    /** An element written inside the JDK that only a trial needs to know of. */
    public static void txa(Object array, int index, int site) {
        LogicalThread me = here();
        if (me == null || array == null || !trialling(me)) {
            return;
        }
        if (index >= 0 && index < java.lang.reflect.Array.getLength(array)) {
            me.execution.calls.undo().remember(array, Jdk.elementOffset(array.getClass(), index), typeOf(array));
        }
    }

    private static char typeOf(Object array) {
        return array.getClass().getComponentType().descriptorString().charAt(0);
    }

    public static void arrClone(Object array, int site) {
        LogicalThread me = here();
        if (me == null || array == null || trialling(me)) {
            return;
        }
        at(me, site);
        range(me, array, 0, java.lang.reflect.Array.getLength(array), false);
    }

    /** All fields of an object are read at once. */
    public static void objClone(Object object, int site) {
        LogicalThread me = here();
        if (me == null || trialling(me)) {
            return;
        }
        at(me, site);
        for (int field : COPIED_BY_CLONE.get(object.getClass())) {
            me.execution.accesses.plain(me, object, FieldOffsets.key(field, object), field, false);
        }
    }

    /** Reads or writes a range of an array. */
    static void range(LogicalThread me, Object array, int from, int length, boolean write) {
        int size = java.lang.reflect.Array.getLength(array);
        for (int i = Math.max(0, from); i < Math.min(size, from + length); i++) {
            me.execution.accesses.plain(me, array, i, -1, write);
        }
    }

    /** An object that is not copied: kind 0 reads and 1 writes its contents; the other kinds are those of {@link Access}. */
    public static void objAccess(Object object, int kind, int site) {
        LogicalThread me = here();
        if (me == null || object == null) {
            return;
        }
        at(me, site);
        if (kind == Access.SELF_LOCKING || kind == Access.SELF_CONTAINED) {
            me.atCall = true;
            int mode = kind == Access.SELF_LOCKING ? 0 : Access.OPAQUE;
            me.execution.accesses.synchronising(me, object, CONTENTS_KEY, Effect.UPDATE, mode, site);
        } else {
            me.execution.accesses.plain(me, object, CONTENTS_KEY, -1, kind == 1);
            if (me.execution.recorder != null) {
                me.execution.recorder.access(
                        me, object, CONTENTS_KEY, -1, -1, 'L', kind == 1 ? Effect.WRITE : Effect.READ, true);
            }
        }
    }

    // ---- variable handles and raw accesses

    private static Effect effect(int kind) {
        return switch (kind & Access.KIND_MASK) {
            case Access.READ -> Effect.READ;
            case Access.WRITE -> Effect.WRITE;
            case Access.READ_MODIFY_WRITE -> Effect.UPDATE;
            default -> Effect.COMPARE_AND_SET;
        };
    }

    public static void vh(VarHandle handle, Object owner, int index, int kind, int site) {
        LogicalThread me = here();
        if (me == null) {
            return;
        }
        Long offset = FieldOffsets.of(handle);
        Effect effect = effect(kind);
        char type = handle.varType().descriptorString().charAt(0);
        if (trialling(me) && effect != Effect.READ && owner != null) {
            if (offset != null) {
                me.execution.calls.undo().remember(owner, offset, type);
            } else if (index >= 0) {
                txa(owner, index, site);
            }
        }
        at(me, site);
        long key = offset != null ? offset : index >= 0 ? index : FieldOffsets.HANDLE_KEY;
        Object subject = owner == null ? handle : owner;
        if ((kind & Access.PLAIN) != 0) {
            me.execution.accesses.plain(me, subject, key, -1, effect != Effect.READ);
            return;
        }
        me.execution.accesses.synchronising(me, subject, key, effect, kind, site);
        if (Sites.student(site) && !trialling(me) && me.initializing == 0) {
            me.execution.races.atomicAccess(me, subject, key, effect != Effect.READ);
        }
        if (me.execution.recorder != null && me.callMode != CallMode.TRIAL) {
            long place = offset != null ? offset : index >= 0 ? Jdk.elementOffset(subject.getClass(), index) : -1;
            me.execution.recorder.access(me, subject, key, -1, place, type, effect, Sites.student(site));
        }
    }

    public static void us(Object owner, long offset, int kindAndType, int site) {
        LogicalThread me = here();
        if (me == null || owner == null) {
            return;
        }
        Effect effect = effect(kindAndType);
        char type = (char) (kindAndType >> Access.TYPE_SHIFT & 0xFF);
        if (trialling(me) && effect != Effect.READ) {
            me.execution.calls.undo().remember(owner, offset, type);
        }
        me.execution.accesses.synchronising(me, owner, offset, effect, kindAndType, site);
        if (me.execution.recorder != null && me.callMode != CallMode.TRIAL) {
            me.execution.recorder.access(me, owner, offset, -1, offset, type, effect, false);
        }
    }

    /** Whether the weak compare-and-set that the program is about to make fails for no reason. */
    public static boolean weak(int site) {
        LogicalThread me = here();
        if (me == null || me.callMode != CallMode.NONE || me.initializing > 0) {
            return false;
        }
        at(me, site);
        if (!me.execution.spuriousEvents.spurious(me)) {
            return false;
        }
        me.effects++;
        me.execution.note(me, () -> "fails although nobody came between (a weak compare-and-set may do that)");
        return true;
    }

    public static void casPost(boolean succeeded) {
        LogicalThread me = here();
        if (me != null) {
            me.execution.accesses.compared(me, succeeded);
        }
    }

    private static void record(
            LogicalThread me, Object owner, long key, int field, char type, Effect effect, int site) {
        Recorder recorder = me.execution.recorder;
        if (recorder == null || me.callMode == CallMode.TRIAL) {
            return;
        }
        recorder.access(me, owner, key, field, FieldOffsets.isReal(key) ? key : -1, type, effect, Sites.student(site));
    }

    // ---- tasks: a task is ordered by its submission, not by the worker that happens to run it

    public static void taskPut(Object task) {
        LogicalThread me = here();
        if (me != null && task != null) {
            me.execution.taskClocks.put(me, task);
        }
    }

    public static void taskIn(Object task) {
        LogicalThread me = here();
        if (me != null) {
            me.execution.taskClocks.begin(me, task);
        }
    }

    public static void taskOut() {
        LogicalThread me = here();
        if (me != null) {
            me.execution.taskClocks.end(me);
        }
    }

    /** What a task, or each task of an array or collection, has done comes before what follows its join. */
    public static void taskJoined(Object tasks) {
        LogicalThread me = here();
        if (me != null) {
            me.execution.taskClocks.joined(me, tasks);
        }
    }

    // ---- input and output

    /**
     * The thread is about to make a call that may wait for input or output.
     *
     * @param receiver of the call, or null
     * @param timed whether the call itself says how long it waits
     */
    public static void extIn(Object receiver, boolean timed, int site) {
        LogicalThread me = here();
        if (me != null) {
            at(me, site);
            me.execution.outside.leave(me, receiver, timed);
        } else {
            Outside.unwindIfOver();
        }
    }

    public static void extOut() {
        Outside.comeBack();
    }

    /** The program has opened something that is to be closed after the run. */
    public static void opened(Object thing) {
        Outside.opened(thing);
    }

    /** The seed of a random number generator that the program made without one. */
    public static long seed() {
        LogicalThread me = here();
        return me == null ? System.nanoTime() : NondeterminismReplacements.nextRandom(me);
    }

    // ---- texts and hash codes

    /** The text of an object, in place of {@link String#valueOf(Object)}. */
    public static String text(Object object) {
        return TextReplacements.textOrNull(object);
    }

    public static int recordHash(Object[] components) {
        return HashReplacements.ofRecord(components);
    }

    /** @param names of the components, with semicolons between them */
    public static String recordText(Object instance, String names, Object[] components) {
        return TextReplacements.ofRecord(instance, names, components);
    }

    /** The spliterator behind a stream of the JDK's own. */
    public static java.util.Spliterator<?> spl(Object stream) {
        return ((java.util.stream.BaseStream<?, ?>) stream).spliterator();
    }
}
