package telar.submission;

/** A file of a submission is refused: the message names it, says why and what to do. The submission's fault, not the kit's. */
public final class IntakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeException(String message) {
        super(message);
    }
}
