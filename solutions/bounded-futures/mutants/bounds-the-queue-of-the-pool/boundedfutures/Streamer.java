// Wrong: a pool with a bounded queue limits the letters that wait for a translator, not the results that wait for the archivist.
package boundedfutures;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
        ExecutorService pool = new ThreadPoolExecutor(workers, workers, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(window), new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            Queue<Future<B>> table = new ArrayDeque<>();
            while (source.hasNext()) {
                A element = source.next();
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
