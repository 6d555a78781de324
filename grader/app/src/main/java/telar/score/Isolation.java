package telar.score;

/** What kept submitted code from the machine. Every report says so when it was the policy alone. */
public enum Isolation {
    /** The operating system's sandbox, and the policy. */
    SANDBOXED,
    /** The policy only. */
    UNSANDBOXED
}
