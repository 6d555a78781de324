package telar.engine.instrument;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import org.objectweb.asm.Type;

/**
 * Hooks that note what they are told and schedule nothing, so that generated code is tested without a scheduler.
 *
 * <p>{@link HookedParent} loads a copy of this class under the name that generated code calls.
 */
public final class RecordingHooks {

    /** The JDK methods in whose place a hook is called. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Replaces {
        String[] value();
    }

    /** What the program's own code reported, in order. */
    public static final List<String> EVENTS = new ArrayList<>();

    private RecordingHooks() {}

    static Redirects redirects() {
        Map<String, String> table = new HashMap<>();
        for (Method hook : RecordingHooks.class.getDeclaredMethods()) {
            Replaces replaces = hook.getAnnotation(Replaces.class);
            if (replaces != null) {
                for (String original : replaces.value()) {
                    table.put(original, "telar/engine/runtime/Hooks." + hook.getName() + Type.getMethodDescriptor(hook));
                }
            }
        }
        return new Redirects(table);
    }

    private static void note(int site, String what) {
        if (Sites.student(site)) {
            EVENTS.add(what + " @" + Sites.get(site).line());
        }
    }

    private static String named(int field) {
        return Fields.get(field).name();
    }

    public static void constructs(int site) {}

    public static void constructed(int site) {}

    public static void finalWrite(Object owner, int field, int site) {
        note(site, "finalWrite " + named(field));
    }

    public static void finalRead(Object owner, int field, int site) {}

    public static void objClone(Object object, int site) {
        note(site, "objClone");
    }

    public static String text(Object object) {
        EVENTS.add("text of " + (object == null ? "null" : object.getClass().getSimpleName()));
        return String.valueOf(object);
    }

    public static int recordHash(Object[] components) {
        EVENTS.add("hash of " + components.length);
        return components.length;
    }

    public static String recordText(Object instance, String names, Object[] components) {
        EVENTS.add("text of " + names);
        return names;
    }

    public static void clinitIn() {
        EVENTS.add("clinitIn");
    }

    public static void initialises(Class<?> type) {
        EVENTS.add("initialises " + type.getSimpleName());
    }

    public static void taskJoined(Object tasks) {}

    public static void clinitOut() {
        EVENTS.add("clinitOut");
    }

    public static void copyIn() {
        EVENTS.add("copyIn");
    }

    public static void copyOut(Class<?> copy) {
        EVENTS.add("copyOut");
    }

    public static void copyFailed() {
        EVENTS.add("copyFailed");
    }

    public static void call(int site) {
        note(site, "call");
    }

    public static void entry(int site) {
        note(site, "entry " + Sites.get(site).method());
    }

    public static void idleEdge(int site) {
        note(site, "idleEdge");
    }

    public static void backEdge(int site) {
        note(site, "backEdge");
    }

    public static void monEnter(Object object, int site) {
        note(site, "monEnter");
    }

    public static void monExit(Object object, int site) {
        note(site, "monExit");
    }

    public static void volRead(Object object, int field, int site) {
        note(site, "volRead " + named(field));
    }

    public static void volWrite(Object object, int field, int site) {
        note(site, "volWrite " + named(field));
    }

    public static void read(Object object, int field, int site) {
        note(site, "read " + named(field));
    }

    public static void write(Object object, int field, int site) {
        note(site, "write " + named(field));
    }

    public static void txw(Object object, int field, int site) {
        note(site, "txw " + named(field));
    }

    public static void arrRead(Object array, int index, int site) {
        note(site, "arrRead " + index);
    }

    public static void arrWrite(Object array, int index, int site) {
        note(site, "arrWrite " + index);
    }

    public static void arrClone(Object array, int site) {
        note(site, "arrClone");
    }

    public static void txa(Object array, int index, int site) {
        note(site, "txa " + index);
    }

    public static void vh(VarHandle handle, Object receiver, int index, int kind, int site) {
        note(site, "vh " + (receiver == null ? "static" : receiver.getClass().getSimpleName()) + " " + index + " " + kind);
    }

    public static void us(Object object, long offset, int kind, int site) {
        note(site, "us " + kind);
    }

    public static boolean weak(int site) {
        return false;
    }

    public static void casPost(boolean done) {
        EVENTS.add("casPost " + done);
    }

    public static void objAccess(Object object, int kind, int site) {
        note(site, "objAccess " + kind);
    }

    public static void clinitFailed(Throwable thrown, String className) {}

    public static void caught(Throwable thrown) {}

    public static void taskPut(Object task) {}

    public static void taskIn(Object task) {}

    public static void taskOut() {}

    public static void extIn(Object receiver, boolean timed, int site) {
        note(site, "extIn");
    }

    public static void opened(Object thing) {
        EVENTS.add("opened");
    }

    public static void extOut() {
        EVENTS.add("extOut");
    }

    public static long seed() {
        EVENTS.add("seed");
        return 42;
    }

    public static Spliterator<?> spl(Object stream) {
        return ((BaseStream<?, ?>) stream).spliterator();
    }

    public static Object tx(Object[] arguments, int id, int site) throws Throwable {
        BlockingCall call = BlockingCalls.get(id);
        note(site, "tx " + call.name());
        ClassLoader loader = arguments[0].getClass().getClassLoader();
        MethodType methodType = MethodType.fromMethodDescriptorString(call.descriptor(), loader);
        MethodHandle handle = MethodHandles.publicLookup()
                .findVirtual(Class.forName(call.ownerBinaryName(), true, loader), call.name(), methodType);
        return handle.invokeWithArguments(arguments);
    }

    @Replaces("java/util/concurrent/atomic/AtomicLong.VMSupportsCS8()Z")
    public static boolean supportsCs8() {
        return true;
    }

    @Replaces("java/lang/invoke/MethodHandles$Lookup.findVarHandle(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
            throws ReflectiveOperationException {
        return lookup.findVarHandle(owner, name, type);
    }

    @Replaces("jdk/internal/invoke/MhUtil.findVarHandle(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static Object findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type) throws ReflectiveOperationException {
        return lookup.findVarHandle(lookup.lookupClass(), name, type);
    }

    @Replaces("jdk/internal/invoke/MhUtil.findVarHandle(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;")
    public static Object findVarHandleIn(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
            throws ReflectiveOperationException {
        return lookup.findVarHandle(owner, name, type);
    }

    @Replaces("jdk/internal/reflect/Reflection.getCallerClass()Ljava/lang/Class;")
    public static Object callerClass() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.skip(2).findFirst().orElseThrow().getDeclaringClass());
    }

    @Replaces("java/util/concurrent/locks/LockSupport.getThreadId(Ljava/lang/Thread;)J")
    @SuppressWarnings("deprecation") // threadId() came after 17
    public static long threadId(Thread thread) {
        return thread.getId();
    }

    @Replaces("java/lang/Thread.yield()V")
    public static void yield() {
        EVENTS.add("yield");
    }

    @Replaces("java/lang/Thread.start()V")
    public static void start(Thread thread) {
        EVENTS.add("start");
        thread.run();
    }

    @Replaces("java/lang/Object.notifyAll()V")
    public static void wakeAll(Object monitor) {
        EVENTS.add("notifyAll");
    }

    @Replaces("java/lang/System.identityHashCode(Ljava/lang/Object;)I")
    public static int identityHash(Object object) {
        return 7;
    }

    @Replaces("java/lang/Object.hashCode()I")
    public static int hash(Object object) {
        return object.hashCode();
    }

    @Replaces("java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V")
    public static void copy(Object from, int fromIndex, Object to, int toIndex, int length) {
        System.arraycopy(from, fromIndex, to, toIndex, length);
    }

    @Replaces("java/lang/System.exit(I)V")
    public static void exit(int status) {
        EVENTS.add("exit " + status);
    }

    @Replaces("java/io/File.<init>(Ljava/lang/String;)V")
    public static Object file(String path) {
        return new java.io.File("replaced-" + path);
    }
}
