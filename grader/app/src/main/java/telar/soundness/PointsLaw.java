package telar.soundness;

import java.nio.file.Path;
import java.util.List;
import telar.exercise.Check;

/** Law 7: the points. That they are whole is a matter of their type. */
final class PointsLaw {
    private static final int FULL = 100;

    private PointsLaw() {}

    static List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(Law.POINTS, evidence);
        Path checks = evidence.exercise().solution().orElseThrow().resolve("src/test/java");
        int sum = evidence.hiddenChecks().stream().mapToInt(Check::points).sum();
        if (sum != FULL) {
            findings.add(
                    "The points of the hidden checks sum to " + sum + ".", checks, "Change the points of their @Check until they sum to " + FULL + ".");
        }
        evidence.hiddenChecks().stream().filter(check -> check.points() <= 0).forEach(check -> findings.add(
                check.id() + " is worth " + check.points() + " points.", checks, "Give it at least one point, or remove it."));
        return findings.all();
    }
}
