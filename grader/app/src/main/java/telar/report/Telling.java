package telar.report;

import java.util.List;
import java.util.Optional;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.score.ExerciseGrade;
import telar.score.Score;
import telar.verdict.CheckResult;
import telar.verdict.Rule;
import telar.verdict.Verdict;
import telar.wire.Diagnosis;
import telar.wire.Property;

/**
 * What a report says about one check: the same in every format, already {@linkplain Harmless harmless}, not yet escaped.
 *
 * <p>An author writes a check's texts for the bug that the check is after. When the check met another bug (it looks for a lost
 * like, but the code dead-locked), these texts would mislead, and the diagnosis speaks instead.
 *
 * @param check which
 * @param state what became of it
 * @param score what it adds to the exercise's score
 * @param title the sentence that it checks
 * @param note for what did not fail: how strong the pass is, why it was skipped, that there is no verdict
 * @param reason why there is no verdict, in the grader's words
 * @param failure for what failed
 */
record Telling(Check check, State state, Score score, String title, String note, String reason, Optional<Failure> failure) {

    /** The verdicts, as reports name them. */
    enum State {
        PASSED,
        FAILED,
        SKIPPED,
        INCONCLUSIVE,
        JUDGE_ERROR;

        static State of(Verdict verdict) {
            return verdict instanceof Verdict.Passed ? PASSED
                    : verdict instanceof Verdict.Failed ? FAILED
                    : verdict instanceof Verdict.Skipped ? SKIPPED
                    : verdict instanceof Verdict.Inconclusive ? INCONCLUSIVE
                    : JUDGE_ERROR;
        }

        /** Never alone: the word stands beside it. */
        String sign() {
            return switch (this) {
                case PASSED -> "✔";
                case FAILED -> "✘";
                case SKIPPED -> "○";
                case INCONCLUSIVE -> "?";
                case JUDGE_ERROR -> "!";
            };
        }
    }

    /**
     * What is told about a failure.
     *
     * @param diagnosis what is wrong
     * @param name its name for a reader
     * @param message what happened, in a sentence
     * @param why why that is wrong, or "" where the message says it already
     * @param hint one hint
     * @param judged why it is called so, for an assistant
     * @param how how it came about
     */
    record Failure(Diagnosis diagnosis, String name, String message, String why, String hint, String judged, Shown how) {}

    static List<Telling> all(ExerciseGrade grade, Words words, Messages messages) {
        return grade.results().stream().map(result -> of(grade, result, words, messages)).toList();
    }

    /** Why nothing of an exercise could be run; "" where something was. Harmless. */
    static String problem(ExerciseGrade grade, Messages messages) {
        return grade.isLeftOut() ? messages.get("skipped.exercise", grade.exercise().since()) : Harmless.lines(grade.problem());
    }

    private static Telling of(ExerciseGrade grade, CheckResult result, Words words, Messages messages) {
        Check check = result.check();
        Verdict verdict = result.verdict();
        State state = State.of(verdict);
        String note = "";
        String reason = "";
        Optional<Failure> failure = Optional.empty();
        if (verdict instanceof Verdict.Passed passed) {
            note = messages.strength(passed.exploration().strength(), passed.exploration().schedules());
        } else if (verdict instanceof Verdict.Failed failed) {
            failure = Optional.of(failure(grade, check, failed, words, messages));
        } else if (verdict instanceof Verdict.Skipped skipped) {
            note = skipped(grade, skipped.dependsOn(), words, messages);
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            note = messages.get("inconclusive");
            reason = Harmless.lines(inconclusive.why());
        } else if (verdict instanceof Verdict.JudgeError error) {
            note = messages.get("judge-error");
            reason = Harmless.lines(error.cause());
        }
        String title = title(grade.exercise(), check, words);
        return new Telling(check, state, grade.scoreOf(result), title, note, reason, failure);
    }

    private static String skipped(ExerciseGrade grade, String dependsOn, Words words, Messages messages) {
        return grade.results().stream()
                .map(CheckResult::check)
                .filter(other -> other.id().equals(dependsOn))
                .findFirst()
                .map(other -> messages.get("skipped.check", title(grade.exercise(), other, words)))
                .orElseGet(() -> messages.get("skipped.jdk", Harmless.line(dependsOn)));
    }

    private static Failure failure(
            ExerciseGrade grade, Check check, Verdict.Failed failed, Words words, Messages messages) {
        Diagnosis diagnosis = failed.diagnosis();
        Shown how = Shown.of(failed.feedback());
        if (!grade.problem().isEmpty() && (diagnosis == Diagnosis.COMPILE_ERROR || diagnosis == Diagnosis.FORBIDDEN_CODE)) {
            how = new Shown(how.schedule(), how.threads(), how.steps(), ""); // said once, for the whole exercise
        }
        if (diagnosis == Diagnosis.BUG_NOT_FOUND) {
            String tried = messages.strength(failed.exploration().strength(), failed.exploration().schedules());
            how = new Shown(how.schedule(), how.threads(), how.steps(), messages.get("bug-not-found", tried));
        }
        Optional<Words.OfCheck> own = words.of(grade.exercise(), check);
        Own fit = own.isEmpty() ? Own.NOTHING : fit(failed, check);
        return new Failure(
                diagnosis,
                messages.name(diagnosis),
                fit == Own.ALL ? Harmless.line(own.get().failed()) : messages.explanation(diagnosis),
                fit == Own.NOTHING ? "" : Harmless.line(own.get().why()),
                fit == Own.NOTHING ? messages.hint(diagnosis) : Harmless.line(own.get().hint()),
                messages.rule(failed.rule()),
                how);
    }

    /** Which of a check's own texts speak of the bug that it met. */
    private enum Own {
        ALL,
        RULE_AND_HINT,
        NOTHING
    }

    private static Own fit(Verdict.Failed failed, Check check) {
        if (failed.rule() == Rule.CHECK_SAYS) {
            return Own.ALL;
        }
        return switch (failed.diagnosis()) {
            case LOST_UPDATE, CHECK_THEN_ACT, TOO_MANY_AT_ONCE, NOT_PARALLEL, THREAD_LEFT_BEHIND, NOT_A_DAEMON,
                    SLEEP_AS_SYNCHRONISATION, WRONG_RESULT, BUG_NOT_FOUND -> Own.ALL;
            case DEADLOCK, MISSED_SIGNAL, LIVELOCK, TIME_LIMIT, EXCEPTION -> is(check, Property.LIVENESS) ? Own.ALL : Own.NOTHING;
            case DATA_RACE -> is(check, Property.SAFETY) ? Own.RULE_AND_HINT : Own.NOTHING;
            case RELEASED_WITHOUT_HOLDING, COMPILE_ERROR, FORBIDDEN_CODE, CRASH -> Own.NOTHING;
        };
    }

    private static boolean is(Check check, Property property) {
        return check.property().filter(p -> p == property).isPresent();
    }

    private static String title(Exercise exercise, Check check, Words words) {
        return words.of(exercise, check)
                .map(own -> Harmless.line(own.title()))
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> sentence(check.id()));
    }

    /** {@code noLikeIsLost} as "No like is lost". */
    private static String sentence(String id) {
        StringBuilder sentence = new StringBuilder();
        for (char c : Harmless.line(id).toCharArray()) {
            if (sentence.length() == 0) {
                sentence.append(Character.toUpperCase(c));
            } else if (Character.isUpperCase(c)) {
                sentence.append(' ').append(Character.toLowerCase(c));
            } else {
                sentence.append(c);
            }
        }
        return sentence.toString();
    }

    /** The title as part of a longer line. */
    String heading() {
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }

    /** Whether nothing is to be told beyond what the exercise's problem says already. */
    boolean onlyRepeats(ExerciseGrade grade) {
        return !grade.problem().isEmpty()
                && failure.isPresent()
                && failure.get().how().outcome().isEmpty()
                && !failure.get().how().hasInterleaving();
    }

    /** The one diagnosis that all of them have; empty where there are several or none. */
    static Optional<Diagnosis> common(List<Telling> tellings) {
        List<Diagnosis> distinct =
                tellings.stream().flatMap(t -> t.failure().stream()).map(Failure::diagnosis).distinct().toList();
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
    }

    /** The command that shows the failing interleaving once more, or "". */
    String replay(Exercise exercise) {
        return failure.filter(f -> f.how().isReplayable())
                .map(f -> "./telar replay " + exercise.slug() + " --check " + quoted(check.id()) + " --schedule " + f.how().schedule())
                .orElse("");
    }

    /** A Java name may hold a dollar sign, which a shell would understand; it never holds a quote. */
    private static String quoted(String id) {
        return id.matches("[A-Za-z0-9_]+") ? id : "'" + Harmless.line(id).replace("'", "") + "'";
    }

    static String title(Exercise exercise, Words words) {
        return Harmless.line(words.language().getLanguage().equals("es") ? exercise.titleEs() : exercise.title());
    }
}
