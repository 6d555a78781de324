package telar.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import telar.verdict.Verdict.Step;

/**
 * An interleaving for a terminal: one column a thread, one line a step, read from top to bottom. Columns are as wide as what
 * they hold. Where that is too much, the check's own thread, which mostly starts the others and waits for them, gives up its
 * column, and its steps go across the page; then columns are narrowed and steps wrap; where that would be too narrow to read,
 * the interleaving becomes a list with the thread's name before each step.
 */
final class Columns {

    private static final int NARROWEST = 24;
    private static final int LONGEST_NAME = 20;
    private static final String GAP = "  ";

    /** The engine's name for the thread that runs the check itself, the first of all. */
    private static final String OWN_THREAD = "main";

    private final Shown shown;
    private final List<Shown.Line> lines;
    private final Messages messages;
    private final int available;
    private final int numberWidth;

    private Columns(Shown shown, Messages messages, int available) {
        this.shown = shown.withoutIdleThreads();
        this.lines = shown.withoutIdleThreads().folded();
        this.messages = messages;
        this.numberWidth = Integer.toString(shown.steps().size()).length();
        this.available = available - numberWidth - GAP.length();
    }

    /** The lines of an interleaving, at most so many cells wide. */
    static List<String> of(Shown shown, Messages messages, int available) {
        return new Columns(shown, messages, available).render();
    }

    private List<String> render() {
        boolean own = shown.threads().size() > 2 && shown.threads().get(0).equals(OWN_THREAD);
        if (own && needed(0) > room(0)) {
            return room(1) / (shown.threads().size() - 1) >= NARROWEST ? columns(1) : list();
        }
        int threads = shown.threads().size();
        return threads > 0 && room(0) / threads >= NARROWEST ? columns(0) : list();
    }

    /** What is left for the text of the columns from the given thread on. */
    private int room(int from) {
        return available - GAP.length() * (shown.threads().size() - from - 1);
    }

    private int needed(int from) {
        return IntStream.range(from, shown.threads().size()).map(this::needs).sum();
    }

    private int needs(int thread) {
        int steps = lines.stream()
                .flatMap(line -> line.step().stream())
                .filter(step -> step.thread() == thread)
                .mapToInt(step -> Layout.width(cell(step)))
                .max()
                .orElse(0);
        return Math.max(steps, Layout.width(shown.threads().get(thread)));
    }

    /** What each column needs; where the sum is too much, the widest give until it fits. */
    private List<Integer> widths(int from) {
        List<Integer> widths = new ArrayList<>();
        IntStream.range(from, shown.threads().size()).map(this::needs).forEach(widths::add);
        while (widths.stream().mapToInt(Integer::intValue).sum() > room(from)) {
            int widest = widths.indexOf(Collections.max(widths));
            widths.set(widest, widths.get(widest) - 1);
        }
        return widths;
    }

    /** The threads from the given one on have columns; steps of the others go across the page. */
    private List<String> columns(int from) {
        List<Integer> widths = widths(from);
        List<String> out = new ArrayList<>();
        List<List<String>> heads = IntStream.range(0, widths.size())
                .mapToObj(i -> Layout.wrap(shown.threads().get(from + i), widths.get(i)))
                .toList();
        rows(out, "", heads, widths);
        rows(out, "", widths.stream().map(width -> List.of("─".repeat(width))).toList(), widths);
        for (Shown.Line line : lines) {
            if (line.step().isEmpty()) {
                beside(out, "…", "", messages.get("left-out", line.leftOut()));
                continue;
            }
            Step step = line.step().get();
            String number = Integer.toString(line.number());
            if (step.thread() < from) {
                beside(out, number, step.thread() == Shown.NOBODY ? "· " : "· " + shown.threads().get(step.thread()) + ": ", cell(step));
                continue;
            }
            List<List<String>> cells = new ArrayList<>(Collections.nCopies(widths.size(), List.of("")));
            cells.set(step.thread() - from, wrapped(step, widths.get(step.thread() - from)));
            rows(out, number, cells, widths);
        }
        return out;
    }

    /** Further lines of a step are set in by two, so that each step is seen to begin. */
    private static List<String> wrapped(Step step, int width) {
        if (Layout.width(cell(step)) <= width) {
            return List.of(cell(step));
        }
        List<String> wrapped = new ArrayList<>();
        String site = Shown.site(step);
        if (!site.isEmpty()) {
            wrapped.addAll(Layout.wrap(site, width));
        }
        Layout.wrap(step.text(), width - 2).forEach(line -> wrapped.add((wrapped.isEmpty() ? "" : "  ") + line));
        return wrapped;
    }

    private void rows(List<String> out, String number, List<List<String>> cells, List<Integer> widths) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder(Layout.padLeft(row == 0 ? number : "", numberWidth));
            for (int column = 0; column < cells.size(); column++) {
                List<String> cell = cells.get(column);
                line.append(GAP).append(Layout.pad(row < cell.size() ? cell.get(row) : "", widths.get(column)));
            }
            out.add(line.toString().stripTrailing());
        }
    }

    private List<String> list() {
        List<String> out = new ArrayList<>();
        int name = Math.min(LONGEST_NAME, shown.threads().stream().mapToInt(Layout::width).max().orElse(1));
        for (Shown.Line line : lines) {
            Optional<Step> step = line.step();
            if (step.isEmpty()) {
                beside(out, "…", "", messages.get("left-out", line.leftOut()));
                continue;
            }
            int thread = step.get().thread();
            String who = thread == Shown.NOBODY ? "·" : Layout.end(shown.threads().get(thread), name);
            beside(out, Integer.toString(line.number()), Layout.pad(who, name) + " │ ", cell(step.get()));
        }
        return out;
    }

    private void beside(List<String> out, String number, String before, String text) {
        String margin = Layout.padLeft(number, numberWidth) + GAP + before;
        for (String line : Layout.wrap(text, available - Layout.width(before))) {
            out.add(margin + line);
            String blank = " ".repeat(Layout.width(before));
            margin = " ".repeat(numberWidth) + GAP + (before.endsWith("│ ") ? blank.substring(2) + "│ " : blank);
        }
    }

    private static String cell(Step step) {
        String site = Shown.site(step);
        return site.isEmpty() ? step.text() : site + "  " + step.text();
    }
}
