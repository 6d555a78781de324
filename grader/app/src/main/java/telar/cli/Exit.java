package telar.cli;

/** What the process says when it ends. */
public enum Exit {
    /** Done. */
    GRADED(0),
    /** Below what {@code --require} asked for; or an exercise breaks a law. */
    BELOW(1),
    /** The command, the kit or a path is wrong; the message says what to do. */
    USAGE(2),
    /** A person must look: some check has no verdict. */
    REVIEW(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
