package tiny;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.search.GeneratedProgram;
import telar.engine.search.GeneratedProgram.Kind;
import telar.engine.search.GeneratedProgram.Op;

/** Runs a generated program: the program's data come from outside the engine's control, everything they act on is made here. */
final class Interpreter {
    private final Object[] monitors = {new Object(), new Object()};
    private final ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock()};
    private final Semaphore[] semaphores = {new Semaphore(1), new Semaphore(0)};
    private final AtomicInteger[] atomics = {new AtomicInteger(), new AtomicInteger()};
    private final Tiny.Box[] volatiles = {new Tiny.Box(), new Tiny.Box()};
    private final Op[][] program = GeneratedProgram.current();

    static void run() throws InterruptedException {
        Interpreter mine = new Interpreter();
        Thread[] threads = new Thread[mine.program.length];
        for (int i = 0; i < threads.length; i++) {
            Op[] ops = mine.program[i];
            threads[i] = new Thread(() -> {
                try {
                    mine.run(ops, 0);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Runs up to the end of the block; returns the index behind it. */
    private int run(Op[] ops, int from) throws InterruptedException {
        int i = from;
        while (i < ops.length) {
            Op op = ops[i++];
            int on = op.on();
            switch (op.kind()) {
                case END -> {
                    return i;
                }
                case MONITOR -> {
                    synchronized (monitors[on]) {
                        i = run(ops, i);
                    }
                }
                case LOCK -> {
                    locks[on].lock();
                    i = run(ops, i);
                    locks[on].unlock();
                }
                case TRY_LOCK -> {
                    if (locks[on].tryLock()) {
                        volatiles[on].value = i;
                        locks[on].unlock();
                    }
                }
                case WRITE -> volatiles[on].value = i;
                case READ -> sink(volatiles[on].value);
                case COPY -> volatiles[1 - on].value = volatiles[on].value;
                case BRANCH -> {
                    if (volatiles[on].value != 0) {
                        atomics[on].incrementAndGet();
                    }
                }
                case ADD -> atomics[on].incrementAndGet();
                case GET -> sink(atomics[on].get());
                case SWAP -> atomics[on].compareAndSet(on, 5);
                case ACQUIRE -> semaphores[on].acquire();
                case TRY_ACQUIRE -> semaphores[on].tryAcquire();
                case RELEASE -> semaphores[on].release();
                default -> throw new IllegalStateException(op.toString());
            }
        }
        return i;
    }

    private static void sink(int value) {
        if (value == Integer.MIN_VALUE) {
            throw new IllegalStateException(Kind.READ.name());
        }
    }
}
