package boundedfutures;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs work on a stream of elements, several at the same time and in order, with a limit on what is held in memory. */
public final class Streamer {

    /**
     * @param workers how many elements are worked on at the same time, at most; at least one
     * @param window how many elements are between source and sink, at most; at least one
     */
    public Streamer(int workers, int window) {
        // TODO Keep what process needs.
    }

    /**
     * Takes every element from the source, works on it, and gives the results to the sink in the order of the source.
     *
     * @throws ExecutionException if the work failed, with its failure as the cause; the results before it have reached the sink
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public <A, B> void process(Iterator<A> source, Function<A, B> work, Consumer<B> sink)
            throws InterruptedException, ExecutionException {
        // TODO Today there is one letter on the table and one translator.
        //      Let the workers work at the same time. How do you keep the table from getting too full?
        while (source.hasNext()) {
            sink.accept(work.apply(source.next()));
        }
    }
}
