package telar.engine.runtime;

import java.util.ArrayDeque;

/** The intrinsic lock of one object. */
final class Monitor {
    final Object object;
    final Location location;
    LogicalThread owner;
    int holds;
    final ArrayDeque<LogicalThread> waiting = new ArrayDeque<>();

    Monitor(Object object) {
        this.object = object;
        this.location = new Location("monitor " + object.getClass().getName());
    }
}
