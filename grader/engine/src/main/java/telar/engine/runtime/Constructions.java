package telar.engine.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import telar.engine.instrument.Site;
import telar.engine.instrument.Sites;

/**
 * The constructors that a thread is in, as far as they may let others see an object before its final fields are written, and when each of them
 * began. One that threw stays until one that it was called by returns.
 */
final class Constructions {
    /** @param time of the thread's own clock when it began */
    private record Begun(String className, int time) {}

    private final Deque<Begun> open = new ArrayDeque<>();

    void begin(int site, int time) {
        open.push(new Begun(classOf(site), time));
    }

    void end(int site) {
        String ended = classOf(site);
        while (!open.isEmpty() && !open.pop().className.equals(ended)) {
            // One that threw.
        }
    }

    /** When the innermost constructor of the site's class began. */
    int begun(int site) {
        String name = classOf(site);
        for (Begun begun : open) {
            if (begun.className.equals(name)) {
                return begun.time;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static String classOf(int site) {
        Site at = Sites.get(site);
        return at.className();
    }
}
