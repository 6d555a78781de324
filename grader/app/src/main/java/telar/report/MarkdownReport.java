package telar.report;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import telar.exercise.Exercise;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.score.Isolation;
import telar.score.Score;
import telar.verdict.Verdict.Step;
import telar.wire.Diagnosis;

/** For a job summary on GitHub: a table for each exercise, and a fold for each failure. */
final class MarkdownReport {

    /** More threads than this make a table that nobody reads; then each row names its thread. */
    private static final int MOST_COLUMNS = 6;

    private final Words words;
    private final Messages messages;
    private final MarkdownPage page;

    private MarkdownReport(Words words, int limit) {
        this.words = words;
        this.messages = Messages.in(words.language());
        this.page = new MarkdownPage(limit, "\n> **" + messages.get("markdown.cut") + "**\n");
    }

    static String render(Grade grade, Words words) {
        return render(grade, words, MarkdownPage.LIMIT);
    }

    static String render(Grade grade, Words words, int limit) {
        MarkdownReport report = new MarkdownReport(words, limit);
        report.head(grade);
        grade.exercises().forEach(report::exercise);
        return report.page.text();
    }

    private void head(Grade grade) {
        page.add("# Telar: " + score(grade.score(), grade.needsReview()) + "\n\n");
        page.add("**" + messages.get("mode." + grade.mode()) + "**\n");
        if (grade.isolation() == Isolation.UNSANDBOXED) {
            page.add("\n> **" + messages.get("isolation.UNSANDBOXED") + "**\n");
        }
        if (grade.needsReview()) {
            page.add("\n> **" + messages.get("review") + "**\n");
        }
        String submission = grade.submission().isEmpty() ? "" : MarkdownPage.foreign(Harmless.line(grade.submission())) + " · ";
        String jdk = MarkdownPage.escaped(Harmless.line(grade.jdk()));
        page.add("\n" + submission + messages.get("run", jdk, grade.cpus(), Long.toString(grade.seed())) + "\n");
        if (grade.exercises().size() > 1) {
            page.add("\n| " + messages.get("label.exercise") + " | " + messages.get("label.points") + " |\n|---|--:|\n");
            for (ExerciseGrade exercise : grade.exercises()) {
                String title = MarkdownPage.escaped(Telling.title(exercise.exercise(), words));
                page.add("| " + title + " | " + score(exercise.score(), exercise.needsReview()) + " |\n");
            }
        }
    }

    private void exercise(ExerciseGrade exercise) {
        String title = MarkdownPage.escaped(Telling.title(exercise.exercise(), words));
        page.add("\n## " + title + ": " + score(exercise.score(), exercise.needsReview()) + "\n");
        if (exercise.isLeftOut()) {
            page.add("\n" + Telling.State.SKIPPED.sign() + " " + Telling.problem(exercise, messages) + "\n");
            return;
        }
        List<Telling> tellings = Telling.all(exercise, words, messages);
        if (!exercise.problem().isEmpty()) {
            problem(exercise, Telling.common(tellings.stream().filter(telling -> telling.onlyRepeats(exercise)).toList()));
        }
        page.add("\n| " + messages.get("label.check") + " | " + messages.get("label.points") + " | " + messages.get("label.result")
                + " |\n|---|--:|---|\n");
        tellings.forEach(this::row);
        tellings.stream().filter(telling -> !telling.onlyRepeats(exercise)).forEach(telling -> details(exercise.exercise(), telling));
    }

    private void problem(ExerciseGrade exercise, Optional<Diagnosis> diagnosis) {
        String what = diagnosis
                .map(d -> messages.name(d) + ".** " + messages.explanation(d))
                .orElseGet(() -> messages.get("not-run") + "**");
        page.add("\n**" + what + "\n\n<pre>" + MarkdownPage.escaped(Telling.problem(exercise, messages)) + "</pre>\n");
        diagnosis.ifPresent(d -> page.add("\n**" + messages.get("label.hint") + ".** " + messages.hint(d) + "\n"));
    }

    private void row(Telling telling) {
        String note = telling.failure().map(Telling.Failure::name).orElse(MarkdownPage.escaped(telling.note()));
        String reason = telling.reason().isEmpty() ? "" : "<br>" + MarkdownPage.foreign(telling.reason());
        page.add("| " + MarkdownPage.escaped(telling.title()) + " | " + points(telling) + " | " + telling.state().sign() + " "
                + messages.get("verdict." + telling.state()) + (note.isEmpty() ? "" : ": " + note) + reason + " |\n");
    }

    private static String points(Telling telling) {
        return telling.score().possible() == 0 ? "" : telling.score().earned() + "/" + telling.score().possible();
    }

    private void details(Exercise exercise, Telling telling) {
        if (telling.failure().isEmpty()) {
            return;
        }
        Telling.Failure failure = telling.failure().get();
        String title = MarkdownPage.escaped(telling.heading());
        page.open("\n<details>\n<summary>" + telling.state().sign() + " " + title + ": <b>" + failure.name() + "</b></summary>\n\n", "\n</details>\n");
        page.add("**" + failure.name() + ".** " + MarkdownPage.escaped(failure.message()) + "\n");
        if (failure.how().hasInterleaving()) {
            interleaving(failure.how().withoutIdleThreads());
        }
        if (!failure.how().outcome().isEmpty()) {
            page.add("\n**" + messages.get("label.ends") + ".** " + MarkdownPage.foreign(failure.how().outcome()) + "\n");
        }
        if (!failure.why().isEmpty()) {
            page.add("\n**" + messages.get("label.why") + ".** " + MarkdownPage.escaped(failure.why()) + "\n");
        }
        page.add("\n**" + messages.get("label.hint") + ".** " + MarkdownPage.escaped(failure.hint()) + "\n");
        page.add("\n**" + messages.get("label.judged") + ":** " + MarkdownPage.escaped(failure.judged()) + "\n");
        String replay = telling.replay(exercise);
        if (!replay.isEmpty()) {
            String hidden = telling.check().visible() ? "" : " (" + messages.get("again.hidden") + ")";
            page.add("\n**" + messages.get("label.again") + "**" + hidden + "\n\n```sh\n" + replay + "\n```\n");
        }
        page.close();
    }

    private void interleaving(Shown how) {
        int threads = how.threads().size();
        boolean columns = threads <= MOST_COLUMNS;
        int cells = columns ? Math.max(1, threads) : 2;
        String heads = columns && threads > 0
                ? how.threads().stream().map(MarkdownPage::foreign).collect(Collectors.joining(" | "))
                : String.join(" | ", Collections.nCopies(cells, " "));
        page.add("\n| # | " + heads + " |\n|--:|" + "---|".repeat(cells) + "\n");
        for (Shown.Line line : how.folded()) {
            String row = line.step()
                    .map(step -> columns ? inColumn(step, cells) : who(how, step) + " | " + cell(step))
                    .orElseGet(() -> messages.get("left-out", line.leftOut()) + " |".repeat(cells - 1));
            page.add("| " + (line.step().isPresent() ? line.number() : "…") + " | " + row + " |\n");
        }
    }

    private static String inColumn(Step step, int cells) {
        int column = Math.max(0, step.thread());
        return " | ".repeat(column) + cell(step) + " |".repeat(cells - 1 - column);
    }

    private static String who(Shown how, Step step) {
        return step.thread() == Shown.NOBODY ? "·" : MarkdownPage.foreign(how.threads().get(step.thread()));
    }

    private static String cell(Step step) {
        String site = Shown.site(step);
        String text = MarkdownPage.foreign(step.text());
        return (step.thread() == Shown.NOBODY ? "· " : "") + (site.isEmpty() ? text : MarkdownPage.foreign(site) + "<br>" + text);
    }

    private String score(Score score, boolean provisional) {
        return messages.get(provisional ? "score.provisional" : "score", score.earned(), score.possible());
    }
}
