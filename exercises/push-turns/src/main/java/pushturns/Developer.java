package pushturns;

/** Somebody who writes code. Given: nothing to change here. */
public interface Developer {
    String name();

    /** Works as long as it takes, and returns the commit. A developer who falls ill throws instead. */
    String work();
}
