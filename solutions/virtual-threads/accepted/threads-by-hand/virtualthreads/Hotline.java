// Right: a virtual thread for each question, joined in order; what each brings lies in a place of its own.
package virtualthreads;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Answers many callers at the same time, with few dictionaries. */
public final class Hotline<D> {
    private final Supplier<D> dictionaries;
    private final Semaphore permits;
    private final Deque<D> free = new ArrayDeque<>();

    public Hotline(Supplier<D> dictionaries, int copies) {
        this.dictionaries = dictionaries;
        permits = new Semaphore(copies);
    }

    @SuppressWarnings("unchecked")
    public <A> List<A> answerAll(List<Question<D, A>> questions) throws ExecutionException, InterruptedException {
        Object[] answers = new Object[questions.size()];
        Throwable[] failures = new Throwable[questions.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            int mine = i;
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    answers[mine] = ask(questions.get(mine));
                                } catch (Throwable t) {
                                    failures[mine] = t;
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Throwable failure : failures) {
            if (failure != null) {
                throw new ExecutionException(failure);
            }
        }
        return (List<A>) Arrays.asList(answers);
    }

    /** With a permit in hand there is a free dictionary, or one that may still be made. */
    private <A> A ask(Question<D, A> question) throws Exception {
        permits.acquire();
        try {
            D dictionary;
            synchronized (free) {
                dictionary = free.isEmpty() ? dictionaries.get() : free.pop();
            }
            try {
                return question.ask(dictionary);
            } finally {
                synchronized (free) {
                    free.push(dictionary);
                }
            }
        } finally {
            permits.release();
        }
    }
}
