package telar.soundness;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Law 8: every program of the exercise can stand in for every other one. */
final class ApiLaw {

    private ApiLaw() {}

    /** Programs that do not compile have no API; other laws tell of them. */
    static List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(Law.SAME_API, evidence);
        Set<String> skeleton = evidence.skeleton().api();
        if (skeleton.isEmpty()) {
            return findings.all();
        }
        evidence.programs().filter(trial -> !trial.api().isEmpty()).forEach(trial -> {
            without(skeleton, trial.api()).forEach(member -> findings.add(
                    trial.name() + " lacks what the skeleton has: " + member, trial.folder(), "Add it, or take it out of the skeleton."));
            without(trial.api(), skeleton).forEach(member -> findings.add(
                    trial.name() + " has what the skeleton lacks: " + member, trial.folder(), "Make it private, or add it to the skeleton."));
        });
        return findings.all();
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }
}
