package telar.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.score.Isolation;
import telar.score.Scoring;
import telar.verdict.Evidence;
import telar.verdict.Judge;
import telar.wire.Diagnosis;
import telar.wire.Observation;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.Outcome;
import telar.wire.Observation.StepSeen;
import telar.wire.Property;
import telar.wire.TimeMode;

/** Grades, one for each kind of thing that a report has to tell. Their names are the folders of the golden files. */
final class Samples {

    /** What a submission might put into a name or a message to become more than text. */
    static final String HOSTILE = "\u001b[2J\u001b]0;title\u0007 \u009b31m </details></pre><script>alert(1)</script> ]]> &lt;\n"
            + "::error::forged\n  ::stop-commands::x ##[error]forged | `code` ``` ![x](http://evil.example) @octocat #1 www.evil.example"
            + " \u202egnp.exe\u202c \u2066x\u2069 \u200bzero\ufeff \u2028line \ud800 \uffff \u0000 =cmd() 100% a\u0301\u0301\u0301\u0301\u0301\u0301\r\nend\rCR";

    private static final Exercise LIKES = exercise(
            "like-counter", "Two networks count likes", "Dos redes cuentan los «me gusta»", "likecounter/LikeCounter.java");
    private static final Exercise DINNER = exercise("dining-friends", "Five friends, five forks", "Cinco amigos, cinco tenedores", "diningfriends/*.java");

    private static final Check ONE = check("countsOneLike", Property.BEHAVIOUR, 20);
    private static final Check NO_LOSS = check("noLikeIsLost", Property.SAFETY, 50);
    private static final Check SNAPSHOT = check("snapshotAgrees", Property.SAFETY, 30);
    private static final Check EATS = check("everybodyEats", Property.LIVENESS, 100);

    private Samples() {}

    static Map<String, Grade> all() {
        Map<String, Grade> all = new LinkedHashMap<>();
        all.put("every-check-passes", official(likes(passed(ONE, "SEQUENTIAL", 1), passed(NO_LOSS, "ALL", 20), passed(SNAPSHOT, "SAMPLED", 2000))));
        all.put("two-threads-race", official(likes(passed(ONE, "SEQUENTIAL", 1), race(), passed(SNAPSHOT, "BOUNDED:2", 12_345))));
        all.put("two-threads-lose-an-update", selfCheck(visible(passed(ONE, "SEQUENTIAL", 1), lostUpdate())));
        all.put("two-threads-deadlock", official(dinner(deadlock(2))));
        all.put("three-threads-fill-the-page", official(dinner(deadlock(3))));
        all.put("five-threads-become-a-list", official(dinner(deadlock(5))));
        all.put("a-long-interleaving-is-folded", official(dinner(longRun(5000))));
        all.put("it-does-not-compile", official(doesNotCompile()));
        all.put("it-uses-forbidden-code", official(forbidden()));
        all.put("it-crashes-and-it-hangs", official(likes(died(), hung(), dependency(SNAPSHOT, ONE.id()))));
        all.put("checks-have-no-verdict", official(likes(passed(ONE, "ALL", 1), inconclusive(), unfit())));
        all.put("the-jdk-is-too-old", official(likes(tooOld(ONE), tooOld(NO_LOSS), tooOld(SNAPSHOT))));
        all.put("an-exercise-needs-a-newer-java", official(likes(passed(ONE, "SEQUENTIAL", 1)), newerJava()));
        all.put("hostile-text-stays-text", official(hostile(), hostileProblem()));
        return all;
    }

    static Grade official(ExerciseGrade... exercises) {
        return new Grade(Grade.Mode.OFFICIAL, "anna at 3f2a91c", "17.0.15", 2, 42, Isolation.SANDBOXED, List.of(exercises));
    }

    static Grade selfCheck(ExerciseGrade... exercises) {
        return new Grade(Grade.Mode.SELF_CHECK, "exercises", "17.0.15", 2, 42, Isolation.UNSANDBOXED, List.of(exercises));
    }

    static ExerciseGrade likes(Judged... checks) {
        return grade(LIKES, "", checks);
    }

    static ExerciseGrade dinner(Judged... checks) {
        return grade(DINNER, "", checks);
    }

    private static ExerciseGrade visible(Judged... checks) {
        Judged[] seen = new Judged[checks.length];
        for (int i = 0; i < checks.length; i++) {
            Check check = checks[i].check();
            seen[i] = new Judged(
                    new Check(check.id(), "likecounter.LikeCounterTest", Optional.empty(), 50, true, check.time(), check.schedules()),
                    checks[i].evidence());
        }
        return grade(LIKES, "", seen);
    }

    /** A check and what is known about it. */
    record Judged(Check check, Evidence evidence) {}

    static Judged passed(Check check, String strength, int schedules) {
        return new Judged(check, new Evidence.Observed(new Observation(
                check.id(), Outcome.PASSED, strength, schedules, 100, 1, Optional.empty(), "")));
    }

    static Judged race() {
        return failed(NO_LOSS, "ALL", 2, "DATA_RACE", "", "", "PLikeCounter.java:14~0x3.1x2.2x3.1",
                "data race on LikeCounter.likes: second writes it at LikeCounter.java:14, and first had read it at LikeCounter.java:14\n"
                        + "expected: 2 but was: 1",
                List.of("main", "first", "second"),
                List.of(
                        new StepSeen(1, "LikeCounter.java", 14, "reads likes = 0"),
                        new StepSeen(2, "LikeCounter.java", 14, "reads likes = 0"),
                        new StepSeen(2, "LikeCounter.java", 14, "writes likes = 1"),
                        new StepSeen(1, "LikeCounter.java", 14, "writes likes = 1, over the 1 that second wrote")));
    }

    static Judged lostUpdate() {
        return failed(NO_LOSS, "ALL", 3, "ASSERTION", "LOST_UPDATE", "java.lang.AssertionError", "PLikeCounter.java:14~0x3.1x2.2x3.1",
                "expected: 2\n but was: 1",
                List.of("main", "first", "second"),
                List.of(
                        new StepSeen(1, "LikeCounter.java", 14, "reads likes = 0 (volatile)"),
                        new StepSeen(2, "LikeCounter.java", 14, "reads likes = 0 (volatile)"),
                        new StepSeen(2, "LikeCounter.java", 14, "writes likes = 1 (volatile)"),
                        new StepSeen(1, "LikeCounter.java", 14, "writes likes = 1 (volatile)"),
                        new StepSeen(0, "LikeCounterTest.java", 31, "reads likes = 1 (volatile)")));
    }

    private static final List<String> FRIENDS = List.of("Ada", "Beto", "Carmen", "Dario", "Elena");

    static Judged deadlock(int friends) {
        List<StepSeen> steps = new ArrayList<>();
        for (int i = 0; i < friends; i++) {
            steps.add(new StepSeen(i, "Table.java", 18, "takes the lock of Fork#" + (i + 1)));
        }
        StringBuilder happened = new StringBuilder("deadlock:");
        for (int i = 0; i < friends; i++) {
            int next = (i + 1) % friends;
            steps.add(new StepSeen(i, "Table.java", 19, "waits for the lock of Fork#" + (next + 1) + ", held by " + FRIENDS.get(next)));
            happened.append("\n  ").append(FRIENDS.get(i)).append(" holds Fork#").append(i + 1).append(" and waits for Fork#").append(next + 1)
                    .append(" (Table.java:19), which ").append(FRIENDS.get(next)).append(" holds");
        }
        return failed(EATS, "SAMPLED", 1, "DEADLOCK", "LOCK_CYCLE", "", "0x2.1x2.0.1", happened.toString(), FRIENDS, steps);
    }

    static Judged longRun(int length) {
        List<StepSeen> steps = IntStream.range(0, length)
                .mapToObj(i -> i % 100 == 99
                        ? new StepSeen(-1, "", 0, "the clock moves by 10 ms")
                        : new StepSeen(i % 2, "Table.java", 20 + i % 2, i % 2 == 0 ? "puts the left fork down" : "takes the left fork"))
                .toList();
        return failed(EATS, "SAMPLED", 12, "NO_PROGRESS", "", "", "0.1.0.1", "no thread got anywhere in 5,000 steps", FRIENDS, steps);
    }

    private static ExerciseGrade doesNotCompile() {
        String messages = """
                LikeCounter.java:12: error: ';' expected
                        likes++
                               ^
                LikeCounter.java:19: error: cannot find symbol
                        return like;
                               ^
                  symbol:   variable like
                  location: class LikeCounter
                2 errors""";
        return unrun(messages, new Evidence.NotCompiled(messages));
    }

    private static ExerciseGrade forbidden() {
        String messages = "LikeCounter, line 21: java.lang.Runtime.halt(int) is not allowed; return from the method instead";
        return unrun(messages, new Evidence.Forbidden(messages));
    }

    private static ExerciseGrade newerJava() {
        Exercise exercise = new Exercise(
                "hot-line", "Hot line", "Línea caliente", 8, 32, List.of("hotline/*.java"), 21, List.of(), 2000,
                Path.of("exercises", "hot-line"), Optional.empty());
        return Scoring.leftOut(exercise, "it needs Java 21");
    }

    private static ExerciseGrade unrun(String problem, Evidence evidence) {
        return grade(LIKES, problem, new Judged(ONE, evidence), new Judged(NO_LOSS, evidence), new Judged(SNAPSHOT, evidence));
    }

    private static Judged died() {
        return new Judged(ONE, new Evidence.Died("java.lang.OutOfMemoryError: unable to create native thread"));
    }

    private static Judged hung() {
        return new Judged(NO_LOSS, new Evidence.Hung(Duration.ofSeconds(60), "second spins at LikeCounter.java:33"));
    }

    private static Judged dependency(Check check, String other) {
        return new Judged(check, new Evidence.DependencyFailed(other));
    }

    static Judged inconclusive() {
        return new Judged(NO_LOSS, new Evidence.Observed(new Observation(
                NO_LOSS.id(), Outcome.NOT_JUDGED, "SAMPLED", 4, 100, 1, Optional.empty(), "a run took more than 100,000 steps")));
    }

    static Judged unfit() {
        return new Judged(SNAPSHOT, new Evidence.Unfit("the known race was not found"));
    }

    private static Judged tooOld(Check check) {
        return new Judged(check, new Evidence.JdkTooOld(21));
    }

    private static ExerciseGrade hostile() {
        return likes(
                failed(NO_LOSS, "ALL", 1, "EXCEPTION", "", "evil.Boom", "0; touch pwned", HOSTILE,
                        List.of(HOSTILE, "second"),
                        List.of(
                                new StepSeen(0, HOSTILE, 1, HOSTILE),
                                new StepSeen(7, "LikeCounter.java", -3, "::error::x"),
                                new StepSeen(1, "LikeCounter.java", 9, "::warning::y"))),
                new Judged(SNAPSHOT, new Evidence.Observed(new Observation(
                        SNAPSHOT.id(), Outcome.NOT_JUDGED, "ALL", 1, 1, 1, Optional.empty(), HOSTILE))));
    }

    private static ExerciseGrade hostileProblem() {
        return grade(DINNER, HOSTILE, new Judged(EATS, new Evidence.NotCompiled(HOSTILE)));
    }

    private static Judged failed(
            Check check, String strength, int schedules, String kind, String traits, String error, String schedule, String message,
            List<String> threads, List<StepSeen> steps) {
        FailureSeen failure = new FailureSeen(
                kind, traits.isEmpty() ? Set.of() : Set.of(traits), Optional.<Diagnosis>empty(), error, message, schedule, threads, steps);
        return new Judged(check, new Evidence.Observed(new Observation(
                check.id(), Outcome.FAILED, strength, schedules, 100, 1, Optional.of(failure), "")));
    }

    private static ExerciseGrade grade(Exercise exercise, String problem, Judged... checks) {
        return Scoring.grade(
                exercise, List.of(checks).stream().map(judged -> Judge.judge(judged.check(), judged.evidence())).toList(), problem);
    }

    private static Exercise exercise(String slug, String title, String titleEs, String editable) {
        return new Exercise(
                slug, title, titleEs, 3, 8, List.of(editable), 17, List.of(), 2000, Path.of("exercises", slug), Optional.empty());
    }

    private static Check check(String id, Property property, int points) {
        return new Check(id, "likecounter.LikeCounterChecks", Optional.of(property), points, false, TimeMode.IDEAL, 2000);
    }
}
