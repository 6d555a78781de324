package virtualthreads;

/** Something that a caller wants to know. Given: nothing to change here. */
@FunctionalInterface
public interface Question<D, A> {
    /** Asks, with a dictionary that nobody else uses meanwhile. */
    A ask(D dictionary) throws Exception;
}
