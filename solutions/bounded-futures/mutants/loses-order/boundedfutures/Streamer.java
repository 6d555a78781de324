// Wrong: takes results as they arrive: a quick letter overtakes a slow one.
package boundedfutures;

import java.util.Iterator;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
            CompletionService<B> finished = new ExecutorCompletionService<>(pool);
            int onTheTable = 0;
            while (source.hasNext() || onTheTable > 0) {
                if (onTheTable == window || !source.hasNext()) {
                    sink.accept(finished.take().get());
                    onTheTable--;
                } else {
                    A element = source.next();
                    finished.submit(() -> work.apply(element));
                    onTheTable++;
                }
            }
        } finally {
            pool.shutdown();
        }
    }
}
