// A thread of its own takes letters from the source; permits say how many are on the table.
package boundedfutures;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
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
        Semaphore room = new Semaphore(window);
        BlockingQueue<Optional<Future<B>>> table = new LinkedBlockingQueue<>();
        Thread feeder = new Thread(() -> {
            try {
                while (source.hasNext()) {
                    room.acquire();
                    A element = source.next();
                    table.put(Optional.of(pool.submit(() -> work.apply(element))));
                }
                table.put(Optional.empty());
            } catch (InterruptedException calledOff) {
                Thread.currentThread().interrupt();
            }
        });
        feeder.start();
        try {
            for (Optional<Future<B>> next = table.take(); next.isPresent(); next = table.take()) {
                B result = next.get().get();
                sink.accept(result);
                room.release();
            }
        } finally {
            feeder.interrupt();
            feeder.join();
            pool.shutdown();
        }
    }
}
