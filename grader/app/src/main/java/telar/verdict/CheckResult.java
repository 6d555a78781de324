package telar.verdict;

import telar.exercise.Check;

/** A check and what became of it. */
public record CheckResult(Check check, Verdict verdict) {}
