package telar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import telar.verdict.Verdict.Feedback;
import telar.verdict.Verdict.Step;

/**
 * How a failure came about, made {@linkplain Harmless harmless}.
 *
 * @param schedule replays it, or ""; holds nothing that a shell would understand
 * @param threads the names of the threads
 * @param steps all of them; a step's thread is an index into {@code threads}, or {@link #NOBODY}
 * @param outcome what broke, in any number of lines, or ""
 */
record Shown(String schedule, List<String> threads, List<Step> steps, String outcome) {

    /** The thread of a step that the engine itself took, for instance when the clock moves. */
    static final int NOBODY = -1;

    private static final int FIRST_STEPS = 5;
    private static final int LAST_STEPS = 25;

    /**
     * As the engine writes schedules, which may name source files. The report prints it in a command that people paste into a
     * shell, so what a shell would understand is in no schedule.
     */
    private static final Pattern SCHEDULE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.,:~-]{0,100000}");

    static Shown of(Feedback feedback) {
        int threads = feedback.threads().size();
        return new Shown(
                SCHEDULE.matcher(feedback.schedule()).matches() ? feedback.schedule() : "",
                feedback.threads().stream().map(Harmless::name).toList(),
                feedback.steps().stream()
                        .map(step -> new Step(
                                step.thread() >= 0 && step.thread() < threads ? step.thread() : NOBODY,
                                Harmless.name(step.file()),
                                Math.max(0, step.line()),
                                Harmless.line(step.text())))
                        .toList(),
                Harmless.lines(feedback.happened()));
    }

    boolean hasInterleaving() {
        return !steps.isEmpty();
    }

    boolean isReplayable() {
        return !schedule.isEmpty();
    }

    /** The same without threads that take no step. */
    Shown withoutIdleThreads() {
        List<Integer> used = new ArrayList<>(new TreeSet<>(
                steps.stream().map(Step::thread).filter(thread -> thread != NOBODY).collect(Collectors.toSet())));
        return new Shown(
                schedule,
                used.stream().map(threads::get).toList(),
                steps.stream().map(s -> new Step(used.indexOf(s.thread()), s.file(), s.line(), s.text())).toList(),
                outcome);
    }

    /** The first few and the last steps, with one line between them that says how many are left out. */
    List<Line> folded() {
        List<Line> all = IntStream.range(0, steps.size())
                .mapToObj(i -> new Line(i + 1, Optional.of(steps.get(i)), 0))
                .toList();
        int leftOut = all.size() - FIRST_STEPS - LAST_STEPS;
        if (leftOut <= 1) {
            return all; // a line that says "1 left out" would be no shorter
        }
        List<Line> folded = new ArrayList<>(all.subList(0, FIRST_STEPS));
        folded.add(new Line(0, Optional.empty(), leftOut));
        folded.addAll(all.subList(all.size() - LAST_STEPS, all.size()));
        return folded;
    }

    /** {@code LikeCounter.java:14}, or "". */
    static String site(Step step) {
        return step.file().isEmpty() ? "" : step.line() > 0 ? step.file() + ":" + step.line() : step.file();
    }

    /**
     * One line of a folded interleaving.
     *
     * @param number of the step, from 1
     * @param step empty for the line that stands for what is left out
     * @param leftOut how many steps that line stands for
     */
    record Line(int number, Optional<Step> step, int leftOut) {}
}
