// No pool and no futures: each worker takes a letter under the monitor and hands over what is next in line.
package boundedfutures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

public final class Streamer {

    private final int workers;
    private final int window;

    public Streamer(int workers, int window) {
        this.workers = workers;
        this.window = window;
    }

    public <A, B> void process(Iterator<A> source, Function<A, B> work, Consumer<B> sink)
            throws InterruptedException, ExecutionException {
        Table<A, B> table = new Table<>(source, sink, window);
        List<Thread> team = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, window); i++) {
            Thread worker = new Thread(() -> table.serve(work));
            team.add(worker);
            worker.start();
        }
        for (Thread worker : team) {
            worker.join();
        }
        if (table.failure != null) {
            throw new ExecutionException(table.failure);
        }
    }

    private static final class Table<A, B> {
        private final Iterator<A> source;
        private final Consumer<B> sink;
        private final int window;
        private final Map<Integer, B> finished = new HashMap<>();
        private final Map<Integer, Throwable> failed = new HashMap<>();
        private int taken;
        private int handed;
        private Throwable failure;

        Table(Iterator<A> source, Consumer<B> sink, int window) {
            this.source = source;
            this.sink = sink;
            this.window = window;
        }

        void serve(Function<A, B> work) {
            while (true) {
                int place;
                A element;
                synchronized (this) {
                    while (failure == null && source.hasNext() && taken - handed == window) {
                        try {
                            wait();
                        } catch (InterruptedException calledOff) {
                            return;
                        }
                    }
                    if (failure != null || !source.hasNext()) {
                        return;
                    }
                    place = taken++;
                    element = source.next();
                }
                B result = null;
                Throwable thrown = null;
                try {
                    result = work.apply(element);
                } catch (Throwable t) {
                    thrown = t;
                }
                synchronized (this) {
                    if (thrown == null) {
                        finished.put(place, result);
                    } else {
                        failed.put(place, thrown);
                    }
                    handOver();
                    notifyAll();
                }
            }
        }

        private void handOver() {
            while (failure == null) {
                if (finished.containsKey(handed)) {
                    sink.accept(finished.remove(handed));
                    handed++;
                } else if (failed.containsKey(handed)) {
                    failure = failed.get(handed);
                } else {
                    return;
                }
            }
        }
    }
}
