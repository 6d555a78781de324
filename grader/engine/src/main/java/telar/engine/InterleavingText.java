package telar.engine;

import telar.engine.Interleaving.Step;

/** A counterexample as plain text, one line a step, for a developer's console. */
public final class InterleavingText {
    private InterleavingText() {}

    public static String of(Counterexample found) {
        StringBuilder text = new StringBuilder();
        text.append(found.failure().kind()).append(": ").append(found.failure().message()).append("\n\nWhat happened:\n");
        int width = found.interleaving().threads().stream().mapToInt(String::length).max().orElse(0);
        for (Step step : found.interleaving().steps()) {
            String thread = found.interleaving().threads().get(step.thread());
            text.append("  ").append(thread).append(" ".repeat(width - thread.length() + 2));
            text.append(step.text());
            if (!step.file().isEmpty()) {
                text.append("  (").append(step.file()).append(':').append(step.line()).append(')');
            }
            text.append('\n');
        }
        return text.append("\nSchedule: ").append(found.schedule()).append('\n').toString();
    }
}
