package tiny;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import telar.engine.search.GeneratedProgram;
import telar.engine.search.GeneratedProgram.Kind;
import telar.engine.search.GeneratedProgram.Op;

/**
 * Runs a generated program: the program's data come from outside the engine's control, everything they act on is made here. The
 * first thread's operations are the calling thread's own, so that starting and joining take up few choices.
 *
 * <p>It switches over names, because a switch over an enum keeps a static array: the engine would have to load the class again for
 * every run.
 */
final class Interpreter {
    private static final String QUEUEING = "PUT TAKE OFFER TIMED_POLL";

    private final Object[] monitors = {new Object(), new Object()};
    private final ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock()};
    private final Condition[] conditions = {locks[0].newCondition(), locks[1].newCondition()};
    private final ReentrantReadWriteLock[] readWriteLocks = {new ReentrantReadWriteLock(), new ReentrantReadWriteLock()};
    private final Semaphore[] semaphores = {new Semaphore(1), new Semaphore(0)};
    private final CountDownLatch[] latches = {new CountDownLatch(1), new CountDownLatch(2)};
    private final AtomicInteger[] atomics = {new AtomicInteger(), new AtomicInteger()};
    private final Tiny.Box[] volatiles = {new Tiny.Box(), new Tiny.Box()};
    private final Op[][] program = GeneratedProgram.current();
    private final Thread[] threads = new Thread[program.length];
    private BlockingQueue<Integer> arrayQueue;
    private BlockingQueue<Integer> linkedQueue;

    static void run() {
        Interpreter mine = new Interpreter();
        mine.makeQueues();
        for (int i = 1; i < mine.threads.length; i++) {
            mine.threads[i] = new Thread(new Worker(mine, mine.program[i])::work);
        }
        mine.threads[0] = Thread.currentThread();
        for (int i = 1; i < mine.threads.length; i++) {
            mine.threads[i].start();
        }
        new Worker(mine, mine.program[0]).work();
    }

    /** One thread's part. Its method is called neither {@code run} nor by a lambda expression: entering those is a step. */
    private record Worker(Interpreter interpreter, Op[] ops) {
        void work() {
            try {
                interpreter.perform(ops, 0);
            } catch (InterruptedException e) {
                // An interrupted wait ends the thread, after it has let go of its locks.
            }
        }
    }

    /** Queues are large objects: only a program that uses them makes them. */
    private void makeQueues() {
        for (Op[] ops : program) {
            for (Op op : ops) {
                if (arrayQueue == null && QUEUEING.contains(op.kind().name())) {
                    arrayQueue = new ArrayBlockingQueue<>(1);
                    linkedQueue = new LinkedBlockingQueue<>(2);
                }
            }
        }
    }

    /** Runs up to the end of the block; returns the index behind it. */
    private int perform(Op[] ops, int from) throws InterruptedException {
        int i = from;
        while (i < ops.length) {
            Op op = ops[i++];
            int on = op.on();
            switch (op.kind().name()) {
                case "END" -> {
                    return i;
                }
                case "MONITOR" -> {
                    synchronized (monitors[on]) {
                        i = perform(ops, i);
                    }
                }
                case "LOCK" -> {
                    locks[on].lock();
                    try {
                        i = perform(ops, i);
                    } finally {
                        locks[on].unlock();
                    }
                }
                case "READ_LOCK" -> {
                    readWriteLocks[on].readLock().lock();
                    try {
                        i = perform(ops, i);
                    } finally {
                        readWriteLocks[on].readLock().unlock();
                    }
                }
                case "WRITE_LOCK" -> {
                    readWriteLocks[on].writeLock().lock();
                    try {
                        i = perform(ops, i);
                    } finally {
                        readWriteLocks[on].writeLock().unlock();
                    }
                }
                default -> simple(op.kind().name(), on, i);
            }
        }
        return i;
    }

    private void simple(String kind, int on, int number) throws InterruptedException {
        switch (kind) {
            case "TRY_LOCK" -> {
                if (locks[on].tryLock()) {
                    volatiles[on].value = number;
                    locks[on].unlock();
                }
            }
            case "WRITE" -> volatiles[on].value = number;
            case "READ" -> sink(volatiles[on].value);
            case "COPY" -> volatiles[1 - on].value = volatiles[on].value;
            case "BRANCH" -> {
                if (volatiles[on].value != 0) {
                    atomics[on].incrementAndGet();
                }
            }
            case "ADD" -> atomics[on].incrementAndGet();
            case "GET" -> sink(atomics[on].get());
            case "SWAP" -> atomics[on].compareAndSet(on, 5);
            case "ACQUIRE" -> semaphores[on].acquire();
            case "TRY_ACQUIRE" -> semaphores[on].tryAcquire();
            case "RELEASE" -> semaphores[on].release();
            case "PUT" -> queue(on).put(number);
            case "TAKE" -> queue(on).take();
            case "OFFER" -> queue(on).offer(number);
            case "POLL" -> queue(on).poll();
            case "COUNT_DOWN" -> latches[on].countDown();
            case "AWAIT_LATCH" -> latches[on].await();
            case "WAIT" -> {
                synchronized (monitors[on]) {
                    monitors[on].wait();
                }
            }
            case "NOTIFY" -> {
                synchronized (monitors[on]) {
                    monitors[on].notify();
                }
            }
            case "NOTIFY_ALL" -> {
                synchronized (monitors[on]) {
                    monitors[on].notifyAll();
                }
            }
            case "AWAIT_CONDITION" -> {
                locks[on].lock();
                try {
                    conditions[on].await();
                } finally {
                    locks[on].unlock();
                }
            }
            case "SIGNAL" -> {
                locks[on].lock();
                conditions[on].signal();
                locks[on].unlock();
            }
            case "SPIN" -> {
                while (volatiles[on].value == 0 && volatiles[1 - on].value == 0) {
                    Thread.onSpinWait();
                }
            }
            case "YIELD" -> Thread.yield();
            case "SLEEP" -> Thread.sleep(1 + on);
            case "TIMED_WAIT" -> {
                synchronized (monitors[on]) {
                    monitors[on].wait(1);
                }
            }
            case "TIMED_ACQUIRE" -> semaphores[on].tryAcquire(1, TimeUnit.MILLISECONDS);
            case "TIMED_POLL" -> queue(on).poll(1, TimeUnit.MILLISECONDS);
            case "TIMED_LOCK" -> {
                if (locks[on].tryLock(1, TimeUnit.MILLISECONDS)) {
                    volatiles[on].value = number;
                    locks[on].unlock();
                }
            }
            case "INTERRUPT" -> threads[on].interrupt();
            case "JOIN" -> threads[1].join();
            default -> throw new IllegalStateException(kind);
        }
    }

    private BlockingQueue<Integer> queue(int on) {
        return on == 0 ? arrayQueue : linkedQueue;
    }

    private static void sink(int value) {
        if (value == Integer.MIN_VALUE) {
            throw new IllegalStateException(Kind.READ.name());
        }
    }
}
