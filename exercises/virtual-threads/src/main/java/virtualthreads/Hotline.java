package virtualthreads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Answers many callers at the same time, with few dictionaries. */
public final class Hotline<D> {
    private final Supplier<D> dictionaries;

    /**
     * @param dictionaries makes a dictionary; expensive
     * @param copies it is called at most so often in the life of this hotline; at least 1
     */
    public Hotline(Supplier<D> dictionaries, int copies) {
        this.dictionaries = dictionaries;
    }

    /**
     * Asks every question in a virtual thread of its own, as many at the same time as there are dictionaries.
     *
     * @return the answers, in the order of the questions
     * @throws ExecutionException if a question threw; all of them have been asked to their end then
     * @throws InterruptedException if interrupted while waiting
     */
    public <A> List<A> answerAll(List<Question<D, A>> questions) throws ExecutionException, InterruptedException {
        // TODO Today one caller waits behind the other, and each of them gets a new dictionary.
        List<A> answers = new ArrayList<>();
        for (Question<D, A> question : questions) {
            try {
                answers.add(question.ask(dictionaries.get()));
            } catch (Exception e) {
                throw new ExecutionException(e);
            }
        }
        return answers;
    }
}
