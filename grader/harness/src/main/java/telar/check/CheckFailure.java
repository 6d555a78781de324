package telar.check;

import java.util.Objects;
import telar.wire.Diagnosis;

/** An assertion that failed and that knows the name of what is wrong. */
public final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final Diagnosis diagnosis;

    public CheckFailure(Diagnosis diagnosis, String message) {
        super(message);
        this.diagnosis = Objects.requireNonNull(diagnosis);
    }

    public CheckFailure(Diagnosis diagnosis, String message, Throwable cause) {
        super(message, cause);
        this.diagnosis = Objects.requireNonNull(diagnosis);
    }

    public Diagnosis diagnosis() {
        return diagnosis;
    }
}
