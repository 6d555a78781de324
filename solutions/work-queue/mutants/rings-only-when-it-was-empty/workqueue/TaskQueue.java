// Wrong: an order rings the bell only if the line was empty before.
package workqueue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class TaskQueue<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition somethingToCook = lock.newCondition();
    private final Condition allDone = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();
    private int unfinished;

    public void put(T task) {
        lock.lock();
        try {
            boolean wasEmpty = waiting.isEmpty();
            waiting.addLast(task);
            unfinished++;
            if (wasEmpty) {
                somethingToCook.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    public T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                somethingToCook.await();
            }
            return waiting.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    public void taskDone() {
        lock.lock();
        try {
            if (unfinished == 0) {
                throw new IllegalStateException("more tasks done than put");
            }
            if (--unfinished == 0) {
                allDone.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    public void join() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unfinished != 0) {
                allDone.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
