package joinwithtimeout;

/** How it ended when somebody waited for a friend. Given: nothing to change here. */
public enum Outcome {
    /** The friend's thread has ended. */
    ARRIVED,
    /** The patience was over, and the friend's thread had not ended. */
    STILL_OUT
}
