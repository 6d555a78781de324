package eventloop;

/** What is to happen after a step of a task. Given: nothing to change here. */
public enum Step {
    /** The task has finished. */
    DONE,
    /** Its next step is due, behind all that are due already. */
    AGAIN,
    /** Its next step is due when somebody resumes it. */
    WAIT
}
