// Wrong: the permit is back before the dictionary is, so that the next one finds none and makes another.
package virtualthreads;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Answers many callers at the same time, with few dictionaries. */
public final class Hotline<D> {
    // Those that nobody uses. Threads are cheap, dictionaries are not: so these are what is limited, not the threads.
    private final Queue<D> free = new ConcurrentLinkedQueue<>();
    private final Supplier<D> dictionaries;
    private final Semaphore permits;

    /**
     * @param dictionaries makes a dictionary; expensive
     * @param copies it is called at most so often in the life of this hotline; at least 1
     */
    public Hotline(Supplier<D> dictionaries, int copies) {
        this.dictionaries = dictionaries;
        permits = new Semaphore(copies);
    }

    /**
     * Asks every question in a virtual thread of its own, as many at the same time as there are dictionaries.
     *
     * @return the answers, in the order of the questions
     * @throws ExecutionException if a question threw; all of them have been asked to their end then
     * @throws InterruptedException if interrupted while waiting
     */
    public <A> List<A> answerAll(List<Question<D, A>> questions) throws ExecutionException, InterruptedException {
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<A>> asked = new ArrayList<>();
            for (Question<D, A> question : questions) {
                asked.add(callers.submit(() -> ask(question)));
            }
            List<A> answers = new ArrayList<>();
            ExecutionException first = null;
            for (Future<A> answer : asked) {
                try {
                    answers.add(answer.get());
                } catch (ExecutionException e) {
                    // Not thrown yet: the others have to come to their end, too.
                    first = first == null ? e : first;
                }
            }
            if (first != null) {
                throw first;
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }

    private <A> A ask(Question<D, A> question) throws Exception {
        permits.acquire();
        D dictionary = free.poll();
        if (dictionary == null) {
            dictionary = dictionaries.get();
        }
        try {
            return question.ask(dictionary);
        } finally {
            permits.release();
            free.add(dictionary);
        }
    }
}
