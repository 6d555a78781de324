package telar.report;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import telar.exercise.Exercise;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.verdict.Verdict.Step;

/**
 * Annotations on the lines of a commit, as commands of GitHub's workflows: an error for each failed check, a warning for each
 * check without a verdict, a notice for the points. GitHub shows ten of a kind in a step; what is above is counted in a notice.
 *
 * <p>Print it alone: every other output of the step belongs between {@code ::stop-commands::} and its random token, and these
 * lines outside of them.
 */
final class GithubReport {

    private static final int MOST_OF_A_KIND = 10;
    private static final int MOST_NOTICES = 10;
    private static final Pattern COMPILER_MESSAGE = Pattern.compile("(?m)^[ ]*(?:[^\\n:]*/)?([\\w$.-]+\\.java):(\\d{1,7}):");

    private final Words words;
    private final Messages messages;
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private GithubReport(Words words) {
        this.words = words;
        this.messages = Messages.in(words.language());
    }

    static String render(Grade grade, Words words) {
        GithubReport report = new GithubReport(words);
        report.notices.add(command("notice", "", "Telar", report.summary(grade)));
        grade.exercises().forEach(report::exercise);
        List<String> all = new ArrayList<>();
        report.most(report.errors, "github.more.errors", all);
        report.most(report.warnings, "github.more.warnings", all);
        all.addAll(report.notices.subList(0, Math.min(MOST_NOTICES, report.notices.size())));
        return String.join("\n", all) + "\n";
    }

    private String summary(Grade grade) {
        String score = messages.get(
                grade.needsReview() ? "score.provisional" : "score", grade.score().earned(), grade.score().possible());
        return score + "\n" + messages.get("mode." + grade.mode()) + (grade.needsReview() ? "\n" + messages.get("review") : "");
    }

    private void most(List<String> commands, String more, List<String> all) {
        all.addAll(commands.subList(0, Math.min(MOST_OF_A_KIND, commands.size())));
        if (commands.size() > MOST_OF_A_KIND) {
            notices.add(command("notice", "", "Telar", messages.get(more, commands.size() - MOST_OF_A_KIND)));
        }
    }

    private void exercise(ExerciseGrade exercise) {
        String title = Telling.title(exercise.exercise(), words);
        String problem = Telling.problem(exercise, messages);
        if (exercise.isLeftOut()) {
            notices.add(command("notice", "", title, problem));
        } else if (!problem.isEmpty()) {
            errors.add(command("error", place(exercise.exercise(), problem), title + ": " + messages.get("not-run"), problem));
        }
        for (Telling telling : Telling.all(exercise, words, messages)) {
            if (telling.failure().isPresent() && !telling.onlyRepeats(exercise)) {
                Telling.Failure failure = telling.failure().get();
                String message = telling.title() + "\n" + failure.message() + "\n" + failure.how().outcome();
                String place = place(exercise.exercise(), failure.how());
                errors.add(command("error", place, title + ": " + failure.name(), message.strip()));
            } else if (telling.state() == Telling.State.INCONCLUSIVE || telling.state() == Telling.State.JUDGE_ERROR) {
                String name = title + ": " + messages.get("verdict." + telling.state());
                warnings.add(command("warning", "", name, (telling.title() + "\n" + telling.note() + "\n" + telling.reason()).strip()));
            }
        }
    }

    /** The last step in a file that was handed in: there, or just before, it broke. */
    private static String place(Exercise exercise, Shown how) {
        for (int i = how.steps().size() - 1; i >= 0; i--) {
            Step step = how.steps().get(i);
            Optional<String> path = path(exercise, step.file());
            if (path.isPresent()) {
                return place(path.get(), step.line());
            }
        }
        return "";
    }

    private static String place(Exercise exercise, String problem) {
        Matcher message = COMPILER_MESSAGE.matcher(problem);
        while (message.find()) {
            Optional<String> path = path(exercise, message.group(1));
            if (path.isPresent()) {
                return place(path.get(), Integer.parseInt(message.group(2)));
            }
        }
        return "";
    }

    private static String place(String path, int line) {
        return "file=" + property(path) + (line > 0 ? ",line=" + line : "");
    }

    /** Only files that the exercise declares: no other name gets into a command, whatever the submission calls its files. */
    private static Optional<String> path(Exercise exercise, String file) {
        if (!file.endsWith(".java") || file.contains("/") || file.contains("\\")) {
            return Optional.empty();
        }
        String inPackage = exercise.packageName() + "/" + file;
        return exercise.editable().stream()
                .filter(declared -> declared.endsWith("/" + file) || declared.equals(file) || matches(declared, inPackage))
                .findFirst()
                .map(declared -> declared.endsWith(file) ? declared : inPackage)
                .map(path -> "exercises/" + exercise.slug() + "/src/main/java/" + path);
    }

    private static boolean matches(String glob, String path) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(path));
        } catch (InvalidPathException e) {
            return false; // a name that is no path is no declared file either
        }
    }

    private static String command(String kind, String place, String title, String message) {
        return "::" + kind + " " + place + (place.isEmpty() ? "" : ",") + "title=" + property(title) + "::" + data(message);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
