package telar.engine.runtime;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;

/**
 * A real thread that runs logical threads, one after another. It stops whenever another logical thread has the baton.
 *
 * <p>{@code go} is volatile: setting it in {@link #wake} orders everything the waking thread did before everything the woken
 * one does next. That is the only ordering that an execution's state relies on.
 */
final class Carrier extends Thread {
    /** Guarded by itself. Idle carriers, for reuse. */
    private static final ArrayDeque<Carrier> IDLE = new ArrayDeque<>();

    private volatile boolean go;
    private volatile LogicalThread assigned;
    private volatile Pulse pulse;

    private Carrier() {
        super("telar-carrier");
        setDaemon(true);
        start();
    }

    static Carrier carry(LogicalThread thread) {
        Carrier carrier;
        synchronized (IDLE) {
            carrier = IDLE.poll();
        }
        if (carrier == null) {
            carrier = new Carrier();
        }
        carrier.assigned = thread;
        return carrier;
    }

    /** Gives this carrier the baton. */
    void wake() {
        go = true;
        LockSupport.unpark(this);
    }

    /** The logical thread that the calling thread carries, whoever has the baton, or null. */
    static LogicalThread current() {
        return Thread.currentThread() instanceof Carrier carrier ? carrier.assigned : null;
    }

    /** How the operating system sees this thread, once it has run. */
    Pulse pulse() {
        return pulse;
    }

    /** Waits for the baton; called by the carrier itself. */
    void await() {
        while (!go) {
            LockSupport.park(this);
        }
        go = false;
    }

    @Override
    public void run() {
        pulse = Pulse.ofThisThread();
        while (true) {
            await();
            LogicalThread thread = assigned;
            if (thread == null) {
                continue;
            }
            prepare(thread);
            thread.execution.lifecycle.run(thread);
            assigned = null;
            interrupted();
            synchronized (IDLE) {
                IDLE.push(this);
            }
            thread.gone();
        }
    }

    /** Random numbers, thread-locals and what new threads inherit come from the logical thread, not from its carrier. */
    private void prepare(LogicalThread thread) {
        long seed = 0x9E3779B97F4A7C15L * (thread.id + 1 + thread.execution.options.seed() * 64);
        int probe = (int) (seed >>> 32) | 1;
        Jdk.putLong(this, Jdk.SEED, seed);
        Jdk.putInt(this, Jdk.PROBE, probe);
        Jdk.putLong(thread.thread, Jdk.SEED, seed);
        Jdk.putInt(thread.thread, Jdk.PROBE, probe);
        Jdk.putReference(this, Jdk.THREAD_LOCALS, null);
        Jdk.putReference(
                this,
                Jdk.INHERITABLE_THREAD_LOCALS,
                Jdk.getReference(thread.thread, Jdk.INHERITABLE_THREAD_LOCALS));
        Jdk.setDaemonField(this, thread.daemon);
        Jdk.setGroupAndPriorityFields(this, thread.thread.getThreadGroup(), thread.thread.getPriority());
        setContextClassLoader(thread.thread.getContextClassLoader());
    }
}
