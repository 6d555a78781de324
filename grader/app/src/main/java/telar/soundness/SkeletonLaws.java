package telar.soundness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;

/** Laws 2 and 3: what the student starts from runs, and is not finished. */
final class SkeletonLaws {

    private SkeletonLaws() {}

    static List<Violation> runs(Evidence evidence) {
        Findings findings = new Findings(Law.SKELETON_RUNS, evidence);
        Evidence.Trial skeleton = evidence.skeleton();
        if (!skeleton.compiles()) {
            findings.add(
                    "The skeleton cannot run: " + Findings.problem(skeleton),
                    skeleton.folder(),
                    "Correct it; let unwritten methods throw UnsupportedOperationException or return a wrong value.");
            return findings.all();
        }
        Folders folders = new Folders(evidence.exercise(), evidence.exercise().folder());
        List<Path> handedIn = Folders.sources(skeleton.folder()).stream()
                .filter(folders::editable)
                .map(skeleton.folder()::resolve)
                .toList();
        if (handedIn.stream().noneMatch(file -> Folders.text(file).contains("TODO"))) {
            findings.add("No file of the skeleton says TODO.", skeleton.folder(), "Mark with TODO what the student is to write.");
        }
        if (evidence.visibleChecks().isEmpty()) {
            findings.add(
                    "There is no visible test.",
                    evidence.exercise().folder().resolve("src/test/java"),
                    "Write a JUnit 5 test that a student can run.");
        }
        skeleton.visible().filter(result -> !ran(result)).forEach(result -> findings.add(
                "The visible test " + result.check().id() + " does not run on the skeleton: " + Findings.words(result.verdict()),
                evidence.exercise().folder().resolve("src/test/java"),
                "Correct the test, so that it either passes or fails."));
        return findings.all();
    }

    static List<Violation> fails(Evidence evidence) {
        Findings findings = new Findings(Law.SKELETON_FAILS, evidence);
        Evidence.Trial skeleton = evidence.skeleton();
        List<CheckResult> hidden = skeleton.hidden().toList();
        List<CheckResult> visible = skeleton.visible().toList();
        if (!hidden.isEmpty() && hidden.stream().allMatch(Findings::passed)) {
            findings.add(
                    "The skeleton passes every hidden check.",
                    skeleton.folder(),
                    "Take the solution out of it, or add a check that asks for what is to be written.");
        }
        if (!visible.isEmpty() && visible.stream().allMatch(Findings::passed)) {
            findings.add(
                    "The skeleton passes every visible test, so a student is told that nothing is left to do.",
                    skeleton.folder(),
                    "Take the solution out of it, or add a visible test that asks for what is to be written.");
        }
        return findings.all();
    }

    private static boolean ran(CheckResult result) {
        return result.verdict() instanceof Verdict.Passed || result.verdict() instanceof Verdict.Failed;
    }
}
