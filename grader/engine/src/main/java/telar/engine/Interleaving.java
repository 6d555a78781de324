package telar.engine;

import java.util.List;

/**
 * What happened under a schedule, one line a step, in the program's own lines.
 *
 * @param threads the names of the logical threads; a step's thread is an index into this list
 * @param steps in the order in which they happened
 */
public record Interleaving(List<String> threads, List<Step> steps) {

    public Interleaving {
        threads = List.copyOf(threads);
        steps = List.copyOf(steps);
    }

    /**
     * One step of one thread.
     *
     * @param thread index into {@link Interleaving#threads}
     * @param file the source file's name, or "" where the step is the engine's (the clock moves)
     * @param line the line in that file, or 0
     * @param text what was done, for instance {@code reads likes = 0} or {@code waits for the lock of LikeCounter}
     */
    public record Step(int thread, String file, int line, String text) {}
}
