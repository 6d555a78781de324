package pushturns;

import java.util.ArrayList;
import java.util.List;

/** A repository with one branch. Safe for any number of threads. Given: nothing to change here. */
public final class Repository {
    // Both guarded by this object's lock.
    private final List<String> log = new ArrayList<>();
    private int rejected;

    /** The number of the newest commit; 0 when there is none. */
    public synchronized int head() {
        return log.size();
    }

    /**
     * Pushes a commit on top of another one.
     *
     * @param base the number of the commit that this one builds on
     * @return true if it was accepted; false if somebody else's commit is newer than base: {@code ! [rejected] (fetch first)}
     */
    public synchronized boolean push(String developer, int base, String commit) {
        if (base != log.size()) {
            rejected++;
            return false;
        }
        log.add(developer + ": " + commit);
        return true;
    }

    /** All commits, oldest first, each as {@code developer: commit}. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** How many pushes were rejected. */
    public synchronized int rejected() {
        return rejected;
    }
}
