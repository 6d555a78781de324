package telar.engine.runtime;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What the engine keeps about the objects of one run: their states, monitors, hash codes and names. */
final class ObjectTable {
    private final Execution execution;
    private final IdentityHashMap<Object, ObjectState> states = new IdentityHashMap<>();

    /** Numbers of the objects that a reader was told of, by what they are called. */
    private final Map<String, Map<Object, Integer>> named = new HashMap<>();

    ObjectTable(Execution execution) {
        this.execution = execution;
    }

    ObjectState stateOf(Object object) {
        ObjectState state = states.get(object);
        if (state == null) {
            state = new ObjectState();
            states.put(object, state);
        }
        return state;
    }

    Monitor monitorOf(Object object) {
        ObjectState state = stateOf(object);
        if (state.monitor == null) {
            state.monitor = new Monitor(object);
        }
        return state.monitor;
    }

    /** The monitor of an object if anybody has used it, or null. */
    Monitor usedMonitorOf(Object object) {
        ObjectState state = states.get(object);
        return state == null ? null : state.monitor;
    }

    /** Whether this thread has been started. */
    Location startOf(Thread thread) {
        ObjectState state = stateOf(thread);
        if (state.started == null) {
            state.started = new Location("start of a thread");
        }
        return state.started;
    }

    /** All objects of which something is kept. */
    Set<Object> known() {
        return states.keySet();
    }

    /**
     * The identity hash code of an object: from its name where it has one, otherwise from who asked first and how often that
     * thread had asked before, so that it does not depend on what others do meanwhile.
     */
    int identityHash(LogicalThread asking, Object object) {
        if (object instanceof Class<?> type) {
            return mixed(Names.stable(type).hashCode());
        }
        if (object instanceof Enum<?> constant) {
            return mixed(constant.getDeclaringClass().getName().hashCode() + constant.ordinal());
        }
        if (object instanceof Thread thread && execution.threads.of(thread) != null) {
            return mixed(-1 - execution.threads.of(thread).id);
        }
        ObjectState state = stateOf(object);
        if (state.hash == 0) {
            state.hash = mixed(asking.id << 16 | ++asking.hashes & 0xFFFF);
            state.hashLocation = new Location("hash code of " + object.getClass().getName());
            execution.accesses.touch(asking, state.hashLocation, Step.WRITE);
        } else {
            execution.accesses.touch(asking, state.hashLocation, Step.READ);
        }
        return state.hash;
    }

    private static int mixed(int number) {
        return (number * 0x9E3779B9 >>> 7) | 1;
    }

    /** An object for a reader: its class, with a number where the run has met several of that class. */
    String nameOf(Object object) {
        String type = Names.of(object);
        if (execution.recorder == null) {
            return type; // numbers are for the trace and the message that goes with it
        }
        Map<Object, Integer> met = named.computeIfAbsent(type, t -> new IdentityHashMap<>());
        Integer number = met.get(object);
        if (number == null) {
            number = met.size() + 1;
            met.put(object, number);
        }
        return number == 1 && !type.equals("Object") ? type : type + "#" + number;
    }
}
