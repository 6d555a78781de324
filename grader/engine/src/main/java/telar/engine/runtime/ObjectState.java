package telar.engine.runtime;

import java.util.HashMap;

/** What the engine keeps about one object of the program for the length of an execution. */
final class ObjectState {
    Monitor monitor;

    /** The object's identity hash code, handed out by the engine; 0 before it is asked for. */
    int hash;

    /** The clock with which a task was handed over; see {@link Execution#taskPut}. */
    int[] taskClock;

    /** {@link Location} of a volatile place or {@link Variable} of a plain one, by offset or index. */
    HashMap<Long, Object> places;

    /** The last access histories of plain places, by offset or index. */
    static final class Variable {
        /** Last write: the writer's clock index and time, and the site; -1 for none. */
        int writer = -1;

        int writeTime;
        int writeSite;

        /** Reads since the last write: time and site by clock index; null for none. */
        int[] readTimes;

        int[] readSites;
    }
}
