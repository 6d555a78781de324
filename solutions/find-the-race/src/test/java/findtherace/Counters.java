package findtherace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The counters that tests are put in front of: two right ones, six broken ones. */
final class Counters {
    private Counters() {}

    /** Right: one lock guards everything. */
    static class Locked implements Tally {
        final List<Integer> history = new ArrayList<>();
        int count;

        @Override
        public synchronized void add(int n) {
            count += n;
            history.add(n);
        }

        @Override
        public synchronized int takeUpTo(int n) {
            int taken = Math.min(n, count);
            count -= taken;
            return taken;
        }

        @Override
        public synchronized int count() {
            return count;
        }

        @Override
        public synchronized List<Integer> history() {
            return List.copyOf(history);
        }
    }

    /** Right: one immutable state, replaced as a whole. */
    static final class Swapping implements Tally {
        private record State(int count, List<Integer> history) {}

        private final AtomicReference<State> state = new AtomicReference<>(new State(0, List.of()));

        @Override
        public void add(int n) {
            state.updateAndGet(
                    s -> {
                        List<Integer> longer = new ArrayList<>(s.history);
                        longer.add(n);
                        return new State(s.count + n, List.copyOf(longer));
                    });
        }

        @Override
        public int takeUpTo(int n) {
            State before = state.getAndUpdate(s -> new State(s.count - Math.min(n, s.count), s.history));
            return Math.min(n, before.count);
        }

        @Override
        public int count() {
            return state.get().count;
        }

        @Override
        public List<Integer> history() {
            return state.get().history;
        }
    }

    /** Broken: adding takes no lock. */
    static final class UnguardedAdd extends Locked {
        @Override
        public void add(int n) {
            count += n;
            synchronized (this) {
                history.add(n);
            }
        }
    }

    /** Broken without a data race: the sum is read and written in two steps of an atomic. */
    static final class TwoStepAdd implements Tally {
        private final AtomicInteger count = new AtomicInteger();
        private final List<Integer> history = new CopyOnWriteArrayList<>();

        @Override
        public void add(int n) {
            count.set(count.get() + n);
            history.add(n);
        }

        @Override
        public int takeUpTo(int n) {
            return Math.min(n, count.getAndUpdate(c -> Math.max(0, c - n)));
        }

        @Override
        public int count() {
            return count.get();
        }

        @Override
        public List<Integer> history() {
            return List.copyOf(history);
        }
    }

    /** Broken: asks how much there is under the lock, and takes it under the lock again. */
    static final class AsksThenTakes extends Locked {
        @Override
        public int takeUpTo(int n) {
            int taken = Math.min(n, count());
            synchronized (this) {
                count -= taken;
            }
            return taken;
        }
    }

    /** Broken: the history grows before the count does. */
    static final class HistoryFirst extends Locked {
        @Override
        public void add(int n) {
            synchronized (this) {
                history.add(n);
            }
            synchronized (this) {
                count += n;
            }
        }
    }

    /** Broken: looking takes no lock. */
    static final class UnguardedCount extends Locked {
        @Override
        public int count() {
            return count;
        }
    }

    /** Broken: two locks, taken in two orders; adding and reading the history can stop each other for ever. */
    static final class TwoLocks implements Tally {
        private final Object sums = new Object();
        private final Object lists = new Object();
        private final List<Integer> history = new ArrayList<>();
        private int count;

        @Override
        public void add(int n) {
            synchronized (sums) {
                synchronized (lists) {
                    count += n;
                    history.add(n);
                }
            }
        }

        @Override
        public int takeUpTo(int n) {
            synchronized (sums) {
                int taken = Math.min(n, count);
                count -= taken;
                return taken;
            }
        }

        @Override
        public int count() {
            synchronized (sums) {
                return count;
            }
        }

        @Override
        public List<Integer> history() {
            synchronized (lists) {
                synchronized (sums) {
                    return List.copyOf(history);
                }
            }
        }
    }
}
