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

/**
 * Runs work on a stream of elements, several at the same time and in order, with a limit on what is held in memory.
 *
 * <p>Source, table and sink belong to the calling thread alone. Only the work runs elsewhere, and its future carries the result back
 * and orders the two threads.
 */
public final class Streamer {

    private final int workers;
    private final int window;

    /**
     * @param workers how many elements are worked on at the same time, at most; at least one
     * @param window how many elements are between source and sink, at most; at least one
     */
    public Streamer(int workers, int window) {
        this.workers = workers;
        this.window = window;
    }

    /**
     * Takes every element from the source, works on it, and gives the results to the sink in the order of the source.
     *
     * @throws ExecutionException if the work failed, with its failure as the cause; the results before it have reached the sink
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public <A, B> void process(Iterator<A> source, Function<A, B> work, Consumer<B> sink)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            // The oldest is at the head. One that has ended but is not yet handed over counts as well: it is in memory.
            Queue<Future<B>> table = new ArrayDeque<>();
            while (source.hasNext() || !table.isEmpty()) {
                if (table.size() == window || !source.hasNext()) {
                    // No room, or nothing left to take: the oldest must go first. get waits for it and for no other.
                    sink.accept(table.remove().get());
                } else {
                    A element = source.next();
                    table.add(pool.submit(() -> work.apply(element)));
                }
            }
        } finally {
            pool.shutdown();
        }
    }
}
