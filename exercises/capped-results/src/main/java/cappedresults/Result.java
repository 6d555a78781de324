package cappedresults;

import java.util.concurrent.Callable;

/**
 * What became of one task: a value or a failure. Given: nothing to change here.
 *
 * @param task the task that this result belongs to
 * @param value what the task returned, which may be null; null when it failed
 * @param failure what the task threw; null when it did not fail
 */
public record Result<T>(Callable<T> task, T value, Throwable failure) {

    /** The task returned this value. */
    public static <T> Result<T> of(Callable<T> task, T value) {
        return new Result<>(task, value, null);
    }

    /** The task threw this. */
    public static <T> Result<T> ofFailure(Callable<T> task, Throwable failure) {
        return new Result<>(task, null, failure);
    }

    /** Whether the task threw something instead of returning a value. */
    public boolean failed() {
        return failure != null;
    }
}
