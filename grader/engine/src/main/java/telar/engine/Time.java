package telar.engine;

/** How the virtual clock treats sleepers. */
public enum Time {
    /** A sleeper wakes only when nobody else can run: n equal naps in parallel take one nap. */
    IDEAL,
    /** Any thread may be arbitrarily slow, so a sleep orders nothing: a sleeper may wake before others have moved on. */
    ADVERSARIAL
}
