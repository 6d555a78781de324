package findtherace;

import java.util.List;

/** A counter that many threads may use. Given: nothing to change here. */
public interface Tally {
    /** Adds {@code n}, at least 1, to the count and to the history at the same moment. It has happened when the method returns. */
    void add(int n);

    /** Takes away {@code n}, or as much as there is, at one moment, and returns how much it has taken. */
    int takeUpTo(int n);

    /** How many there are now; never less than nothing. */
    int count();

    /** Every number that was added, in the order in which they were added; nobody changes the list afterwards. */
    List<Integer> history();
}
