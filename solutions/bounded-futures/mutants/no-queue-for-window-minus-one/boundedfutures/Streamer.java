// Wrong: makes a queue with room for window - 1, which for a window of one does not exist.
package boundedfutures;

import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
            BlockingQueue<Future<B>> table = new ArrayBlockingQueue<>(window - 1);
            while (source.hasNext()) {
                if (table.remainingCapacity() == 0) {
                    sink.accept(table.remove().get());
                }
                A element = source.next();
                table.put(pool.submit(() -> work.apply(element)));
            }
            while (!table.isEmpty()) {
                sink.accept(table.remove().get());
            }
        } finally {
            pool.shutdown();
        }
    }
}
