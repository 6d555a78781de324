// Wrong: takes the next letter from the source first and makes room for it afterwards.
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
            Queue<Future<B>> table = new ArrayDeque<>();
            while (source.hasNext()) {
                A element = source.next();
                if (table.size() == window) {
                    sink.accept(table.remove().get());
                }
                table.add(pool.submit(() -> work.apply(element)));
            }
            while (!table.isEmpty()) {
                sink.accept(table.remove().get());
            }
        } finally {
            pool.shutdown();
        }
    }
}
