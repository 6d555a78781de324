// Wrong: a translator who is done waits for the turn of the translation instead of taking the next letter.
package boundedfutures;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs work on a stream of elements, several at the same time and in order, with a limit on what is held in memory. */
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
        Table<A> table = new Table<>(source, window);
        List<Thread> translators = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, window); i++) {
            Thread translator = new Thread(() -> translate(table, work, sink));
            translators.add(translator);
            translator.start();
        }
        for (Thread translator : translators) {
            translator.join();
        }
        Throwable failure = table.failure();
        if (failure != null) {
            throw new ExecutionException(failure);
        }
    }

    /** Each translator takes a letter, translates it, and brings the translation to the archive when it is its turn. */
    private static <A, B> void translate(Table<A> table, Function<A, B> work, Consumer<B> sink) {
        Letter<A> letter = table.take();
        while (letter != null) {
            B translation = null;
            Throwable failure = null;
            try {
                translation = work.apply(letter.text);
            } catch (Throwable t) {
                failure = t;
            }
            Thread.interrupted(); // whatever the work has left behind
            if (!table.awaitTurn(letter)) {
                return;
            }
            if (failure != null) {
                table.fail(failure);
                return;
            }
            sink.accept(translation); // only whose turn it is gets here
            table.filed();
            letter = table.take();
        }
    }

    private static final class Letter<A> {
        private final long number;
        private final A text;

        Letter(long number, A text) {
            this.number = number;
            this.text = text;
        }
    }

    private static final class Table<A> {
        private final Iterator<A> source;
        private final int window;
        private long taken;
        private long filed;
        private Throwable failure;

        Table(Iterator<A> source, int window) {
            this.source = source;
            this.window = window;
        }

        /** The next letter, as soon as there is room for it; null if there is none any more. */
        synchronized Letter<A> take() {
            while (failure == null && taken - filed >= window) {
                pause();
            }
            if (failure != null || !source.hasNext()) {
                return null;
            }
            return new Letter<>(taken++, source.next());
        }

        /** Whether this letter is to be filed: false if one before it has failed. */
        synchronized boolean awaitTurn(Letter<A> letter) {
            while (failure == null && filed != letter.number) {
                pause();
            }
            return failure == null;
        }

        synchronized void filed() {
            filed++;
            notifyAll();
        }

        synchronized void fail(Throwable t) {
            failure = t;
            notifyAll();
        }

        synchronized Throwable failure() {
            return failure;
        }

        private void pause() {
            try {
                wait();
            } catch (InterruptedException e) {
                // nobody of us interrupts; some work may have left its flag: look again
            }
        }
    }
}
