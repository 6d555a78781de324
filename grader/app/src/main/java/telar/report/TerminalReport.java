package telar.report;

import static telar.report.TerminalPage.INDENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import telar.exercise.Exercise;
import telar.report.TerminalPage.Paint;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.score.Isolation;
import telar.score.Score;
import telar.wire.Diagnosis;

/** What a student reads: every check with its points, and for a failure how it came about, why it is wrong and one hint. */
final class TerminalReport {

    private static final int MOST_LINES = 30;

    private final Words words;
    private final Messages messages;
    private final TerminalPage page;

    private TerminalReport(Words words, View view) {
        this.words = words;
        this.messages = Messages.in(words.language());
        this.page = new TerminalPage(view);
    }

    static String render(Grade grade, Words words, View view) {
        TerminalReport report = new TerminalReport(words, view);
        report.head(grade);
        grade.exercises().forEach(report::exercise);
        report.total(grade);
        return report.page.text();
    }

    private void head(Grade grade) {
        page.paragraph("", messages.get("mode." + grade.mode()), Paint.BOLD);
        if (grade.isolation() == Isolation.UNSANDBOXED) {
            page.paragraph("! ", messages.get("isolation.UNSANDBOXED"), Paint.YELLOW);
        }
        String run = messages.get("run", Harmless.line(grade.jdk()), grade.cpus(), Long.toString(grade.seed()));
        String submission = Harmless.line(grade.submission());
        page.paragraph("", submission.isEmpty() ? run : submission + " · " + run, Paint.DIM);
    }

    private void exercise(ExerciseGrade exercise) {
        page.line("");
        scored(Telling.title(exercise.exercise(), words), exercise.score(), exercise.needsReview());
        List<Telling> tellings = Telling.all(exercise, words, messages);
        List<Telling> repeats = tellings.stream().filter(telling -> telling.onlyRepeats(exercise)).toList();
        if (exercise.isLeftOut()) {
            page.paragraph("  " + Telling.State.SKIPPED.sign() + " ", Telling.problem(exercise, messages), Paint.NONE);
        } else if (!exercise.problem().isEmpty()) {
            problem(exercise, repeats);
        }
        List<Telling> told = tellings.stream().filter(Predicate.not(repeats::contains)).toList();
        int word = told.stream().mapToInt(t -> Layout.width(word(t))).max().orElse(0);
        told.forEach(telling -> check(exercise.exercise(), telling, word));
    }

    private void problem(ExerciseGrade exercise, List<Telling> repeats) {
        Optional<Diagnosis> diagnosis = Telling.common(repeats);
        String what = diagnosis.map(d -> messages.name(d) + ": " + messages.explanation(d)).orElseGet(() -> messages.get("not-run"));
        page.line("");
        page.paragraph("  " + Telling.State.FAILED.sign() + " ", what, Paint.RED);
        page.line("");
        lines(INDENT + "  ", Telling.problem(exercise, messages), Paint.NONE);
        page.line("");
        String hint = messages.get("label.hint");
        diagnosis.ifPresent(d -> page.labelled(hint, messages.hint(d), Layout.width(hint)));
        if (!repeats.isEmpty()) {
            int points = repeats.stream().mapToInt(t -> t.check().points()).sum();
            page.paragraph(INDENT, messages.get("not-run.checks", repeats.size(), points), Paint.DIM);
        }
    }

    private void check(Exercise exercise, Telling telling, int word) {
        String sign = page.paint(paint(telling.state()), telling.state().sign() + " " + Layout.pad(word(telling), word));
        Score score = telling.score();
        String points = score.possible() == 0 ? "" : score.earned() + "/" + score.possible();
        String blank = " ".repeat(word + 14);
        int room = page.columns() - blank.length();
        List<String> lines = new ArrayList<>(Layout.wrap(telling.heading(), room));
        String withNote = lines.get(lines.size() - 1) + " · " + telling.note();
        if (!telling.note().isEmpty() && Layout.width(withNote) <= room) {
            lines.set(lines.size() - 1, withNote);
        } else if (!telling.note().isEmpty()) {
            lines.addAll(Layout.wrap(telling.note(), room));
        }
        telling.reason().lines().limit(MOST_LINES).forEach(line -> lines.addAll(Layout.wrap(line, room)));
        page.line("  " + sign + "  " + Layout.padLeft(points, 6) + "  " + String.join("\n" + blank, lines));
        telling.failure().ifPresent(failure -> failure(exercise, telling, failure));
    }

    private void failure(Exercise exercise, Telling telling, Telling.Failure failure) {
        page.line("");
        page.paragraph(INDENT, failure.name() + ": " + failure.message(), Paint.BOLD);
        if (failure.how().hasInterleaving()) {
            page.line("");
            int available = page.columns() - INDENT.length() - 2;
            Columns.of(failure.how(), messages, available).forEach(line -> page.line(INDENT + "  " + line));
        }
        if (!failure.how().outcome().isEmpty()) {
            page.line("");
            lines(INDENT + "  " + Telling.State.FAILED.sign() + " ", failure.how().outcome(), Paint.RED);
        }
        page.line("");
        advice(telling, failure, telling.replay(exercise));
        page.line("");
    }

    private void advice(Telling telling, Telling.Failure failure, String replay) {
        String why = failure.why().isEmpty() ? "" : messages.get("label.why");
        String hint = messages.get("label.hint");
        String again = replay.isEmpty() ? "" : messages.get("label.again");
        int width = Stream.of(why, hint, again).mapToInt(Layout::width).max().orElse(0);
        if (!why.isEmpty()) {
            page.labelled(why, failure.why(), width);
        }
        page.labelled(hint, failure.hint(), width);
        if (!again.isEmpty()) {
            page.line(INDENT + page.paint(Paint.BOLD, Layout.pad(again, width)) + "  " + replay); // not wrapped: it is to be copied
            if (!telling.check().visible()) {
                page.paragraph(INDENT + " ".repeat(width + 2), "(" + messages.get("again.hidden") + ")", Paint.DIM);
            }
        }
    }

    /** Lines of the compiler, the engine or an assertion. They keep their own spaces, which may point at things. */
    private void lines(String before, String text, Paint paint) {
        String margin = before;
        List<String> lines = text.lines().toList();
        for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            page.verbatim(margin, line, paint);
            margin = " ".repeat(Layout.width(before));
        }
        if (lines.size() > MOST_LINES) {
            page.paragraph(margin, "… " + messages.get("left-out.lines", lines.size() - MOST_LINES), Paint.DIM);
        }
    }

    private void total(Grade grade) {
        page.line("");
        page.line("─".repeat(page.columns()));
        scored(messages.get("total"), grade.score(), grade.needsReview());
        long complete = grade.exercises().stream().filter(TerminalReport::isComplete).count();
        long toDo = grade.exercises().stream().filter(Predicate.not(ExerciseGrade::isLeftOut)).count();
        page.paragraph("", messages.get("complete", (int) complete, (int) toDo), Paint.NONE);
        if (grade.needsReview()) {
            page.paragraph("! ", messages.get("review"), Paint.YELLOW);
        }
    }

    private static boolean isComplete(ExerciseGrade exercise) {
        return exercise.score().full() && exercise.score().possible() > 0 && !exercise.needsReview();
    }

    private void scored(String title, Score score, boolean provisional) {
        String figures = messages.get(provisional ? "score.provisional" : "score", score.earned(), score.possible());
        page.scored(title, score, figures, provisional ? Paint.YELLOW : score.full() ? Paint.GREEN : Paint.NONE);
    }

    private String word(Telling telling) {
        return messages.get("verdict." + telling.state());
    }

    private static Paint paint(Telling.State state) {
        return switch (state) {
            case PASSED -> Paint.GREEN;
            case FAILED -> Paint.RED;
            case SKIPPED -> Paint.DIM;
            case INCONCLUSIVE, JUDGE_ERROR -> Paint.YELLOW;
        };
    }
}
