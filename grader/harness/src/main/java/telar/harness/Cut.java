package telar.harness;

import java.util.ArrayList;
import java.util.List;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.StepSeen;

/**
 * Cuts what a submission can make arbitrarily long, and says where it cut. With these limits every observation fits into a frame,
 * so that no submission can make the judge fail by being long.
 */
final class Cut {
    private static final int MESSAGE = 4_000;
    private static final int NAME = 60;
    private static final int LINE = 240;
    private static final int THREADS = 500;
    private static final int SCHEDULE = 100_000;
    private static final int STEPS_HEAD = 99;
    private static final int STEPS_TAIL = 300;

    private Cut() {}

    static String message(String text) {
        return text(text, MESSAGE);
    }

    /** The same failure, of bounded size. A schedule that is too long to keep is left out, because half of one replays nothing. */
    static FailureSeen failure(FailureSeen seen) {
        return new FailureSeen(
                seen.kind(),
                seen.traits(),
                seen.diagnosis(),
                text(seen.errorClass(), LINE),
                message(seen.message()),
                seen.schedule().length() > SCHEDULE ? "" : seen.schedule(),
                threads(seen.threads()),
                steps(seen.steps()));
    }

    private static List<String> threads(List<String> names) {
        List<String> kept = new ArrayList<>();
        for (String name : names.subList(0, Math.min(names.size(), THREADS))) {
            kept.add(text(name, NAME));
        }
        if (names.size() > THREADS) {
            kept.set(THREADS - 1, "… " + (names.size() - THREADS + 1) + " more");
        }
        return kept;
    }

    private static List<StepSeen> steps(List<StepSeen> steps) {
        List<StepSeen> kept = new ArrayList<>();
        int tail = Math.max(0, steps.size() - STEPS_TAIL);
        if (tail <= STEPS_HEAD + 1) {
            steps.forEach(step -> kept.add(step(step)));
            return kept;
        }
        steps.subList(0, STEPS_HEAD).forEach(step -> kept.add(step(step)));
        kept.add(new StepSeen(kept.get(STEPS_HEAD - 1).thread(), "", 0, "… " + (tail - STEPS_HEAD) + " steps cut"));
        steps.subList(tail, steps.size()).forEach(step -> kept.add(step(step)));
        return kept;
    }

    private static StepSeen step(StepSeen step) {
        return new StepSeen(
                Math.min(step.thread(), THREADS - 1), text(step.file(), NAME), step.line(), text(step.text(), LINE));
    }

    private static String text(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + " … cut";
    }
}
