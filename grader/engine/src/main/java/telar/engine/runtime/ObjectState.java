package telar.engine.runtime;

import java.util.HashMap;

/** What the engine keeps about one object of the program for the length of an execution. */
final class ObjectState {
    Monitor monitor;

    /** The object's identity hash code, handed out by the engine; 0 before it is asked for. */
    int hash;

    /** Who asks for it first decides what it is; null before. */
    Location hashLocation;

    /** The clock with which a task was handed over; see {@link TaskClocks#put}. */
    int[] taskClock;

    /** The clock with which a task ended; null before, and of a task without a clock of its own. */
    int[] doneClock;

    /** Whether a thread that is this object has been started; null before anybody asked. */
    Location started;

    /** Places of synchronising accesses, by offset or index. */
    HashMap<Long, Location> locations;

    /** Places of plain accesses, by offset or index; a place may be in both. */
    HashMap<Long, Variable> variables;

    /** The history of accesses to one place. */
    static final class Variable {
        /** Last write: the writer's clock index and time, and the site; -1 for none. */
        int writer = -1;

        int writeTime;
        int writeSite;

        /** Of a final field: when, by the writer's own clock, the constructor began that wrote it. */
        int constructionBegun;

        /** Reads since the last write: time and site by clock index; null for none. */
        int[] readTimes;

        int[] readSites;

        /** Synchronising accesses to the same place, which race with plain ones only; null for none. */
        Atomics atomics;
    }

    /** Times and sites by clock index of synchronising accesses. */
    static final class Atomics {
        int[] readTimes = new int[0];
        int[] readSites = new int[0];
        int[] writeTimes = new int[0];
        int[] writeSites = new int[0];
    }
}
