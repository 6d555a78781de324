// The table is an array that is used round and round: letter n lies at place n modulo window.
package boundedfutures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
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
            List<Future<B>> ring = new ArrayList<>(Collections.nCopies(window, null));
            int taken = 0;
            int handed = 0;
            while (source.hasNext() || handed < taken) {
                if (taken - handed < window && source.hasNext()) {
                    A element = source.next();
                    ring.set(taken % window, pool.submit(() -> work.apply(element)));
                    taken++;
                } else {
                    sink.accept(ring.set(handed % window, null).get());
                    handed++;
                }
            }
        } finally {
            pool.shutdown();
        }
    }
}
