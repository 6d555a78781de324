// Wrong: closing the executor waits until every question has ended by itself, also after an interrupt.
package virtualthreads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Answers many callers at the same time, with few dictionaries. */
public final class Hotline<D> {
    // Those that nobody uses. Threads are cheap, dictionaries are not: so these are what is limited, not the threads.
    private final BlockingQueue<D> free = new LinkedBlockingQueue<>();

    /**
     * @param dictionaries makes a dictionary; expensive
     * @param copies it is called at most so often in the life of this hotline; at least 1
     */
    public Hotline(Supplier<D> dictionaries, int copies) {
        for (int i = 0; i < copies; i++) {
            free.add(dictionaries.get());
        }
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
            callers.close();
        }
    }

    private <A> A ask(Question<D, A> question) throws Exception {
        D dictionary = free.take();
        try {
            return question.ask(dictionary);
        } finally {
            free.add(dictionary);
        }
    }
}
