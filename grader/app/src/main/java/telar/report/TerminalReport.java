package telar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import telar.exercise.Exercise;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.score.Isolation;
import telar.score.Score;
import telar.wire.Diagnosis;

/** What a student reads: every check with its points, and for a failure how it came about, why it is wrong and one hint. */
final class TerminalReport {

    private static final int BAR = 20;
    private static final int MOST_LINES = 30;
    private static final String INDENT = "      ";

    private final Grade grade;
    private final Words words;
    private final Messages messages;
    private final View view;
    private final StringBuilder out = new StringBuilder();

    private TerminalReport(Grade grade, Words words, View view) {
        this.grade = grade;
        this.words = words;
        this.messages = Messages.in(words.language());
        this.view = view;
    }

    static String render(Grade grade, Words words, View view) {
        TerminalReport report = new TerminalReport(grade, words, view);
        report.head();
        grade.exercises().forEach(report::exercise);
        report.total();
        String text = Harmless.withoutCommands(report.out.toString()).replaceAll("\n{3,}", "\n\n");
        return view.signs() == View.Signs.ASCII ? ascii(text) : text;
    }

    private void head() {
        paragraph("", messages.get("mode." + grade.mode()), Paint.BOLD);
        if (grade.isolation() == Isolation.UNSANDBOXED) {
            paragraph("! ", messages.get("isolation.UNSANDBOXED"), Paint.YELLOW);
        }
        String run = messages.get("run", Harmless.line(grade.jdk()), grade.cpus(), Long.toString(grade.seed()));
        String submission = Harmless.line(grade.submission());
        paragraph("", submission.isEmpty() ? run : submission + " · " + run, Paint.DIM);
    }

    private void exercise(ExerciseGrade exercise) {
        out.append('\n');
        scored(Telling.title(exercise.exercise(), words), exercise.score(), exercise.needsReview());
        List<Telling> tellings = Telling.all(exercise, words, messages);
        List<Telling> repeats = tellings.stream().filter(telling -> telling.onlyRepeats(exercise)).toList();
        if (!exercise.problem().isEmpty()) {
            problem(exercise, repeats);
        }
        List<Telling> told = tellings.stream().filter(Predicate.not(repeats::contains)).toList();
        int word = told.stream().mapToInt(t -> Layout.width(word(t))).max().orElse(0);
        told.forEach(telling -> check(exercise.exercise(), telling, word));
    }

    private void problem(ExerciseGrade exercise, List<Telling> repeats) {
        Optional<Diagnosis> diagnosis = Telling.common(repeats);
        String what = diagnosis.map(d -> messages.name(d) + ": " + messages.explanation(d)).orElseGet(() -> messages.get("not-run"));
        out.append('\n');
        paragraph("  " + Telling.State.FAILED.sign() + " ", what, Paint.RED);
        out.append('\n');
        verbatim(Harmless.lines(exercise.problem()));
        out.append('\n');
        diagnosis.ifPresent(d -> labelled("label.hint", messages.hint(d), messages.get("label.hint").length()));
        if (!repeats.isEmpty()) {
            int points = repeats.stream().mapToInt(t -> t.check().points()).sum();
            paragraph(INDENT, messages.get("not-run.checks", repeats.size(), points), Paint.DIM);
        }
    }

    private void check(Exercise exercise, Telling telling, int word) {
        Score score = telling.score();
        String points = score.possible() == 0 ? "" : score.earned() + "/" + score.possible();
        String sign = telling.state().sign() + " " + Layout.pad(word(telling), word);
        out.append("  ").append(paint(telling.state(), sign)).append("  ").append(Layout.padLeft(points, 6)).append("  ");
        String blank = " ".repeat(word + 14);
        List<String> lines = new ArrayList<>(Layout.wrap(telling.heading(), view.columns() - blank.length()));
        String last = lines.get(lines.size() - 1) + " · " + telling.note();
        if (!telling.note().isEmpty() && Layout.width(last) <= view.columns() - blank.length()) {
            lines.set(lines.size() - 1, last);
        } else if (!telling.note().isEmpty()) {
            lines.addAll(Layout.wrap(telling.note(), view.columns() - blank.length()));
        }
        if (!telling.reason().isEmpty()) {
            telling.reason().lines().limit(MOST_LINES).forEach(l -> lines.addAll(Layout.wrap(l, view.columns() - blank.length())));
        }
        out.append(String.join("\n" + blank, lines)).append('\n');
        telling.failure().ifPresent(failure -> failure(exercise, telling, failure));
    }

    private void failure(Exercise exercise, Telling telling, Telling.Failure failure) {
        out.append('\n');
        paragraph(INDENT, failure.name() + ": " + failure.message(), Paint.BOLD);
        if (failure.how().hasInterleaving()) {
            out.append('\n');
            int available = view.columns() - INDENT.length() - 2;
            Columns.of(failure.how(), messages, available).forEach(line -> out.append(INDENT).append("  ").append(line).append('\n'));
        }
        if (!failure.how().outcome().isEmpty()) {
            out.append('\n');
            broke(failure.how().outcome());
        }
        out.append('\n');
        String replay = telling.replay(exercise);
        int label = Stream.of("label.why", "label.hint", "label.again")
                .filter(key -> !key.equals("label.why") || !failure.why().isEmpty())
                .filter(key -> !key.equals("label.again") || !replay.isEmpty())
                .mapToInt(key -> Layout.width(messages.get(key)))
                .max()
                .orElse(0);
        if (!failure.why().isEmpty()) {
            labelled("label.why", failure.why(), label);
        }
        labelled("label.hint", failure.hint(), label);
        if (!replay.isEmpty()) {
            // Not wrapped: it is there to be copied.
            out.append(INDENT).append(paint(Paint.BOLD, Layout.pad(messages.get("label.again"), label))).append("  ");
            out.append(replay).append('\n');
            if (!telling.check().visible()) {
                paragraph(INDENT + " ".repeat(label + 2), "(" + messages.get("again.hidden") + ")", Paint.DIM);
            }
        }
        out.append('\n');
    }

    private void broke(String outcome) {
        String before = INDENT + "  " + Telling.State.FAILED.sign() + " ";
        List<String> lines = outcome.lines().toList();
        for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            paragraph(before, line, Paint.RED);
            before = INDENT + "    ";
        }
        more(lines.size(), before);
    }

    private void verbatim(String text) {
        List<String> lines = text.lines().toList();
        for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            int indent = line.length() - line.stripLeading().length();
            String before = INDENT + "  " + " ".repeat(Math.min(indent, view.columns() / 2));
            if (INDENT.length() + 2 + Layout.width(line) <= view.columns()) {
                out.append(INDENT).append("  ").append(line).append('\n'); // with its own spaces: they point at things
            } else {
                paragraph(before, line.stripLeading(), Paint.NONE);
            }
        }
        more(lines.size(), INDENT + "  ");
    }

    private void more(int lines, String before) {
        if (lines > MOST_LINES) {
            paragraph(before, "… " + messages.get("left-out.lines", lines - MOST_LINES), Paint.DIM);
        }
    }

    private void total() {
        out.append('\n').append("─".repeat(view.columns())).append('\n');
        scored(messages.get("total"), grade.score(), grade.needsReview());
        long complete = grade.exercises().stream().filter(e -> e.score().full() && e.score().possible() > 0 && !e.needsReview()).count();
        paragraph("", messages.get("complete", (int) complete, grade.exercises().size()), Paint.NONE);
        if (grade.needsReview()) {
            paragraph("! ", messages.get("review"), Paint.YELLOW);
        }
    }

    /** A title at the left, a bar and its figures at the right; in two lines where the title is too long for one. */
    private void scored(String title, Score score, boolean provisional) {
        String figures = messages.get(provisional ? "score.provisional" : "score", score.earned(), score.possible());
        int filled = score.possible() == 0 ? 0 : (int) ((long) BAR * score.earned() / score.possible());
        String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
        int room = view.columns() - BAR - 2 - Layout.width(figures);
        List<String> lines = Layout.wrap(title, view.columns());
        int last = lines.size() - 1;
        for (String line : lines.subList(0, last)) {
            out.append(paint(Paint.BOLD, line)).append('\n');
        }
        String end = lines.get(last);
        out.append(paint(Paint.BOLD, end));
        boolean fits = Layout.width(end) + 2 <= room;
        out.append(fits ? " ".repeat(room - Layout.width(end)) : "\n" + " ".repeat(room));
        Paint paint = provisional ? Paint.YELLOW : score.full() ? Paint.GREEN : Paint.NONE;
        out.append(paint(paint, bar)).append("  ").append(figures).append('\n');
    }

    private void labelled(String key, String text, int label) {
        String before = INDENT + paint(Paint.BOLD, Layout.pad(messages.get(key), label)) + "  ";
        for (String line : Layout.wrap(text, view.columns() - INDENT.length() - label - 2)) {
            out.append(before).append(line).append('\n');
            before = INDENT + " ".repeat(label + 2);
        }
    }

    /** Wraps; the text before the first line is spaces before all others. */
    private void paragraph(String before, String text, Paint paint) {
        String margin = before;
        for (String line : Layout.wrap(text, view.columns() - Layout.width(before))) {
            String blank = margin.substring(0, margin.length() - margin.stripLeading().length());
            out.append(blank).append(paint(paint, margin.substring(blank.length()) + line)).append('\n');
            margin = " ".repeat(Layout.width(before));
        }
    }

    private String word(Telling telling) {
        return messages.get("verdict." + telling.state());
    }

    private String paint(Telling.State state, String text) {
        return switch (state) {
            case PASSED -> paint(Paint.GREEN, text);
            case FAILED -> paint(Paint.RED, text);
            case SKIPPED -> paint(Paint.DIM, text);
            case INCONCLUSIVE, JUDGE_ERROR -> paint(Paint.YELLOW, text);
        };
    }

    private String paint(Paint paint, String text) {
        return view.colours() == View.Colours.NO || paint == Paint.NONE ? text : "\u001b[" + paint.code + "m" + text + "\u001b[0m";
    }

    /** Signs that every terminal has; letters stay, since the accents of a language are in every encoding that it is written in. */
    private static String ascii(String text) {
        return text.replace('✔', '+')
                .replace('✘', 'x')
                .replace('○', '-')
                .replace('█', '#')
                .replace('░', '.')
                .replace('─', '-')
                .replace('│', '|')
                .replace('·', '-')
                .replace('\u00a0', ' ')
                .replace('\ufffd', '?')
                .replace("…", "...");
    }

    private enum Paint {
        NONE(""),
        BOLD("1"),
        DIM("2"),
        RED("31"),
        GREEN("32"),
        YELLOW("33");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}
