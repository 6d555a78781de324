// One table after the other: takes a table full, waits for all of it, hands it over, starts anew.
package boundedfutures;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
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
            while (source.hasNext()) {
                List<Callable<B>> batch = new ArrayList<>();
                while (batch.size() < window && source.hasNext()) {
                    A element = source.next();
                    batch.add(() -> work.apply(element));
                }
                for (Future<B> future : pool.invokeAll(batch)) {
                    sink.accept(future.get());
                }
            }
        } finally {
            pool.shutdown();
        }
    }
}
