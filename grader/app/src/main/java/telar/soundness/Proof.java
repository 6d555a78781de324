package telar.soundness;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import telar.exercise.Exercise;

/**
 * What the laws say about one exercise.
 *
 * @param exercise which
 * @param findings violations of every law that could be examined; an empty list means that it is obeyed
 * @param evidence what they were read from; empty where the exercise is so incomplete that nothing could be graded
 */
public record Proof(Exercise exercise, Map<Law, List<Violation>> findings, Optional<Evidence> evidence) {

    public Proof {
        findings = Collections.unmodifiableMap(new EnumMap<>(findings));
    }

    static Proof of(Evidence evidence) {
        Map<Law, List<Violation>> findings = new EnumMap<>(Law.class);
        for (Law law : Law.values()) {
            if (law.isExamined(evidence)) {
                findings.put(law, law.check(evidence));
            }
        }
        return new Proof(evidence.exercise(), findings, Optional.of(evidence));
    }

    /** Of an exercise of which nothing could be graded. */
    static Proof incomplete(Exercise exercise, List<Violation> violations) {
        return new Proof(exercise, Map.of(Law.TWINS, violations), Optional.empty());
    }

    /** Whether every law that was to be examined is obeyed. */
    public boolean lawful() {
        return evidence.isPresent() && findings.values().stream().allMatch(List::isEmpty);
    }

    /** All violations, in the order of the laws. */
    public List<Violation> violations() {
        return findings.values().stream().flatMap(List::stream).toList();
    }
}
