package telar.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import telar.exercise.Check;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.score.Score;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;
import telar.verdict.Verdict.Exploration;
import telar.verdict.Verdict.Step;

/**
 * For programs: everything, in the form that {@code docs/grade.schema.json} describes. Every field is always there; what is
 * absent is null. Written field by field, in a fixed order, so that the document cannot change when a record does.
 */
final class JsonReport {

    private static final int VERSION = 1;

    private final JsonGenerator json;
    private final Words words;
    private final Messages messages;

    private JsonReport(JsonGenerator json, Words words) {
        this.json = json;
        this.words = words;
        this.messages = Messages.in(words.language());
    }

    static String render(Grade grade, Words words) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            new JsonReport(json, words).grade(grade);
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does not fail", e);
        }
        return out.append('\n').toString();
    }

    private void grade(Grade grade) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("mode", grade.mode().name());
        json.writeStringField("isolation", grade.isolation().name());
        json.writeStringField("jdk", Harmless.line(grade.jdk()));
        json.writeNumberField("cpus", grade.cpus());
        json.writeNumberField("seed", grade.seed());
        json.writeBooleanField("needsReview", grade.needsReview());
        score(grade.score());
        json.writeArrayFieldStart("exercises");
        for (ExerciseGrade exercise : grade.exercises()) {
            exercise(exercise);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void score(Score score) throws IOException {
        json.writeObjectFieldStart("score");
        json.writeNumberField("earned", score.earned());
        json.writeNumberField("possible", score.possible());
        json.writeEndObject();
    }

    private void exercise(ExerciseGrade exercise) throws IOException {
        json.writeStartObject();
        json.writeStringField("slug", exercise.exercise().slug());
        json.writeStringField("title", Telling.title(exercise.exercise(), words));
        textOrNull("problem", Telling.problem(exercise, messages));
        score(exercise.score());
        json.writeArrayFieldStart("checks");
        var results = exercise.results().iterator();
        for (Telling telling : Telling.all(exercise, words, messages)) {
            check(telling, results.next());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void check(Telling telling, CheckResult result) throws IOException {
        Check check = telling.check();
        json.writeStartObject();
        json.writeStringField("id", check.id());
        json.writeStringField("title", telling.title());
        textOrNull("property", check.property().map(Enum::name).orElse(""));
        json.writeNumberField("points", check.points());
        json.writeBooleanField("visible", check.visible());
        json.writeStringField("verdict", telling.state().name());
        textOrNull("diagnosis", telling.failure().map(failure -> failure.diagnosis().name()).orElse(""));
        textOrNull("message", message(telling));
        textOrNull("hint", telling.failure().map(Telling.Failure::hint).orElse(""));
        exploration(result.verdict());
        counterexample(telling);
        json.writeEndObject();
    }

    private static String message(Telling telling) {
        if (telling.failure().isEmpty()) {
            return telling.state() == Telling.State.PASSED ? "" : (telling.note() + "\n" + telling.reason()).strip();
        }
        Telling.Failure failure = telling.failure().get();
        return hasCounterexample(failure.how()) ? failure.message() : (failure.message() + "\n" + failure.how().outcome()).strip();
    }

    private static boolean hasCounterexample(Shown how) {
        return how.isReplayable() || how.hasInterleaving();
    }

    private void exploration(Verdict verdict) throws IOException {
        Exploration exploration = verdict instanceof Verdict.Passed passed ? passed.exploration()
                : verdict instanceof Verdict.Failed failed ? failed.exploration() : Exploration.NONE;
        if (exploration.equals(Exploration.NONE)) {
            json.writeNullField("exploration");
            return;
        }
        json.writeObjectFieldStart("exploration");
        json.writeStringField("strength", Harmless.line(exploration.strength()));
        json.writeNumberField("schedules", exploration.schedules());
        json.writeEndObject();
    }

    private void counterexample(Telling telling) throws IOException {
        Shown how = telling.failure().map(Telling.Failure::how).filter(JsonReport::hasCounterexample).orElse(null);
        if (how == null) {
            json.writeNullField("counterexample");
            return;
        }
        json.writeObjectFieldStart("counterexample");
        textOrNull("schedule", how.schedule());
        json.writeArrayFieldStart("threads");
        for (String thread : how.threads()) {
            json.writeString(thread);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("steps");
        for (Step step : how.steps()) {
            json.writeStartObject();
            numberOrNull("thread", step.thread(), Shown.NOBODY);
            textOrNull("file", step.file());
            numberOrNull("line", step.line(), 0);
            json.writeStringField("text", step.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        textOrNull("outcome", how.outcome());
        json.writeEndObject();
    }

    private void textOrNull(String field, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, text);
        }
    }

    private void numberOrNull(String field, int number, int absent) throws IOException {
        if (number == absent) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, number);
        }
    }
}
