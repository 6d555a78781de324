package telar.exercise;

/** Something in the kit or in what the user asked for is wrong: the message says what, where, and what to do. */
public final class KitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KitException(String message) {
        super(message);
    }

    public KitException(String message, Throwable cause) {
        super(message, cause);
    }
}
