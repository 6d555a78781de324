// Wrong: remembers the failure and files what comes after it.
package boundedfutures;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            ExecutionException first = null;
            Queue<Future<B>> table = new ArrayDeque<>();
            while (source.hasNext() || !table.isEmpty()) {
                if (table.size() == window || !source.hasNext()) {
                    try {
                        sink.accept(table.remove().get());
                    } catch (ExecutionException failure) {
                        first = first == null ? failure : first;
                    }
                } else {
                    A element = source.next();
                    table.add(pool.submit(() -> work.apply(element)));
                }
            }
            if (first != null) {
                throw first;
            }
        } finally {
            pool.shutdown();
        }
    }
}
