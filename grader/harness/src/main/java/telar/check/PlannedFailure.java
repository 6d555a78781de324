package telar.check;

import telar.engine.Planned;

/**
 * What a check's own task throws to see how the submission copes with a task that fails. A thread that ends with it has not
 * failed the check.
 */
public final class PlannedFailure extends RuntimeException implements Planned {
    private static final long serialVersionUID = 1L;

    public PlannedFailure() {
        this("this task fails on purpose");
    }

    public PlannedFailure(String message) {
        super(message);
    }
}
