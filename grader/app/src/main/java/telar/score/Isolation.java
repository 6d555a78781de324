package telar.score;

/** What kept submitted code from the machine. Every report says so when it was nothing but the account that graded. */
public enum Isolation {
    /** The operating system's sandbox. */
    SANDBOXED,
    /** Only the rights of the account that graded. */
    UNSANDBOXED
}
