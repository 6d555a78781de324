// Wrong: only exceptions are passed on; a question that throws an Error is answered with null.
package virtualthreads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;

/** Answers many callers at the same time, with few dictionaries. */
public final class Hotline<D> {
    private final Shelf<D> shelf;

    /**
     * @param dictionaries makes a dictionary; expensive
     * @param copies it is called at most so often in the life of this hotline; at least 1
     */
    public Hotline(Supplier<D> dictionaries, int copies) {
        List<D> all = new ArrayList<>();
        while (all.size() < copies) {
            all.add(dictionaries.get());
        }
        shelf = new Shelf<>(all);
    }

    /**
     * Asks every question in a virtual thread of its own, as many at the same time as there are dictionaries.
     *
     * @return the answers, in the order of the questions
     * @throws ExecutionException if a question threw; all of them have been asked to their end then
     * @throws InterruptedException if interrupted while waiting
     */
    public <A> List<A> answerAll(List<Question<D, A>> questions) throws ExecutionException, InterruptedException {
        List<Caller<D, A>> callers = new ArrayList<>();
        for (Question<D, A> question : questions) {
            callers.add(new Caller<>(question, shelf));
        }
        try {
            for (Caller<D, A> caller : callers) {
                caller.thread.join();
            }
        } catch (InterruptedException e) {
            for (Caller<D, A> caller : callers) {
                caller.thread.interrupt();
            }
            throw e;
        }
        List<A> answers = new ArrayList<>();
        for (Caller<D, A> caller : callers) {
            if (caller.trouble != null) {
                throw new ExecutionException(caller.trouble);
            }
            answers.add(caller.answer);
        }
        return answers;
    }

    /** One question in its thread. The result may be read after a join. */
    private static final class Caller<D, A> implements Runnable {
        private final Question<D, A> question;
        private final Shelf<D> shelf;
        private final Thread thread;
        private A answer;
        private Exception trouble;

        Caller(Question<D, A> question, Shelf<D> shelf) {
            this.question = question;
            this.shelf = shelf;
            this.thread = Thread.ofVirtual().start(this);
        }

        @Override
        public void run() {
            try {
                D dictionary = shelf.take();
                try {
                    answer = question.ask(dictionary);
                } finally {
                    shelf.putBack(dictionary);
                }
            } catch (Exception e) {
                trouble = e;
            }
        }
    }

    /** The dictionaries that nobody uses at the moment. */
    private static final class Shelf<D> {
        private final BlockingQueue<D> free;

        Shelf(List<D> all) {
            free = new LinkedBlockingDeque<>(all);
        }

        D take() throws InterruptedException {
            return free.take();
        }

        void putBack(D dictionary) {
            free.add(dictionary);
        }
    }
}
