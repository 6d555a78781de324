package telar.engine.runtime;

import java.lang.ref.Cleaner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What would differ from run to run: random numbers, the order of immutable sets, the number of processors, the cleaner.
 *
 * @see Replacements
 */
public final class NondeterminismReplacements {
    private static final int PROCESSORS = 4;

    /** Any number but 0. */
    private static final long SEED_OF_ORDERS = 1;

    private NondeterminismReplacements() {}

    /** Where {@code Set.of} and {@code Map.of} begin to go through their elements: each JVM draws its own place otherwise. */
    @Replaces("jdk/internal/misc/CDS.getRandomSeedForDumping()J")
    public static long seedOfOrders() {
        return SEED_OF_ORDERS;
    }

    static long nextRandom(LogicalThread me) {
        long seed = Jdk.getLong(me.thread, Jdk.SEED) + 0x9E3779B97F4A7C15L;
        Jdk.putLong(me.thread, Jdk.SEED, seed);
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Replaces("java/lang/Math.random()D")
    public static double random() {
        LogicalThread me = Baton.here();
        return me == null ? Math.random() : (nextRandom(me) >>> 11) * 0x1.0p-53;
    }

    @Replaces("java/util/UUID.randomUUID()Ljava/util/UUID;")
    public static UUID randomUuid() {
        LogicalThread me = Baton.here();
        return me == null
                ? UUID.randomUUID()
                : new UUID(nextRandom(me) & ~0xF000L | 0x4000L, nextRandom(me) >>> 2 | 1L << 63);
    }

    @Replaces("java/lang/Runtime.availableProcessors()I")
    public static int availableProcessors(Runtime runtime) {
        return PROCESSORS;
    }

    /** When the JVM's cleaner acts is a matter of its garbage collector, so within a run it never does; {@code clean()} does what it should. */
    @Replaces("java/lang/ref/Cleaner.register(Ljava/lang/Object;Ljava/lang/Runnable;)Ljava/lang/ref/Cleaner$Cleanable;")
    public static Cleaner.Cleanable register(Cleaner cleaner, Object object, Runnable action) {
        if (Baton.here() == null) {
            return cleaner.register(object, action);
        }
        AtomicBoolean cleaned = new AtomicBoolean();
        return () -> {
            if (cleaned.compareAndSet(false, true)) {
                action.run();
            }
        };
    }
}
