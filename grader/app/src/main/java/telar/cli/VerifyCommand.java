package telar.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.grading.Settings;
import telar.soundness.Effort;
import telar.soundness.KnownProofs;
import telar.soundness.Proof;
import telar.soundness.Soundness;
import telar.soundness.SoundnessCard;

/** {@code telar verify}: proves the laws of a sound exercise. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Proves that the hidden checks of exercises can be trusted.",
        footer = {"", "Exit code: 0 every law is obeyed, 1 one is broken, 2 the command cannot be carried out."})
final class VerifyCommand implements Callable<Integer> {
    private static final String PAGE = """
            # Soundness of the exercises

            Written by `./telar verify --markdown docs/soundness.md`; do not edit it by hand. `laws.md` says what each law means. "ALL 36"
            means that all interleavings were tried, in 36 runs; "BOUNDED:2 2000" all with at most two preemptions, and others up to 2000
            runs; "SAMPLED 2000" means 2000 interleavings, not all; "SEQUENTIAL" that there was only one thread, and "OBSERVED" that the
            program was only watched, in real time. A mutant made automatically meets the hidden checks one after the other; the table names the
            first that fails it.
            """;

    @Parameters(paramLabel = "slug", arity = "0..*", description = "Exercises to prove; all of the kit when none is named.")
    private List<String> slugs = List.of();

    @Option(names = "--under-load", description = "Grade the right programs once more while every processor is busy.")
    private boolean underLoad;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also write the soundness cards to this file.")
    private Path markdown;

    @Option(names = "--no-mutation", description = "Leave out law 9, which makes mutants automatically.")
    private boolean noMutation;

    @Option(names = "--fresh", description = "Prove also what was proven before and has not changed since.")
    private boolean fresh;

    @Override
    public Integer call() throws IOException {
        Catalog catalog = Kit.open();
        if (!catalog.hasSolutions()) {
            throw new KitException(
                    "There is no folder solutions/ in " + catalog.home()
                            + ". Prove the laws where the hidden checks are: in the staff's repository.");
        }
        List<Exercise> exercises = slugs.isEmpty() ? catalog.exercises() : slugs.stream().map(catalog::exercise).toList();
        PrintStream out = new PrintStream(System.out, true, Terminal.charset());
        StringBuilder page = new StringBuilder(PAGE);
        int sound = 0;
        int leftOut = 0;
        Effort effort = effort();
        KnownProofs known = new KnownProofs(catalog.home(), effort);
        try (Soundness soundness = new Soundness(catalog, Settings.usual(), effort, VerifyCommand::tell)) {
            for (Exercise exercise : exercises) {
                if (exercise.needsNewerJava()) {
                    String why = "left out, because it needs Java " + exercise.since() + " or newer";
                    out.println(exercise.slug() + ": " + why + ", and this is Java " + Runtime.version().feature()
                            + ". To prove it, point JAVA_HOME at a newer JDK and run the same command again.\n");
                    page.append("\n## ").append(exercise.slug()).append("\n\nNot proven here: ").append(why).append(".\n");
                    leftOut++;
                    continue;
                }
                Optional<KnownProofs.Known> before = fresh ? Optional.empty() : known.find(exercise);
                if (before.isPresent()) {
                    out.println(before.get().text() + "     known     nothing has changed since this was proven; --fresh proves it again\n");
                    page.append('\n').append(before.get().markdown());
                    sound++;
                    continue;
                }
                Proof proof = soundness.prove(exercise);
                SoundnessCard card = new SoundnessCard(proof, catalog.home());
                known.keep(proof, card);
                out.println(card.text());
                page.append('\n').append(card.markdown());
                sound += proof.lawful() ? 1 : 0;
            }
        }
        int examined = exercises.size() - leftOut;
        out.println(sound + " of " + examined + " exercises are sound." + (leftOut == 0 ? "" : " Left out for a newer Java: " + leftOut + "."));
        if (markdown != null) {
            Files.writeString(markdown, page);
        }
        return (sound == examined ? Exit.GRADED : Exit.BELOW).code();
    }

    private Effort effort() {
        Effort effort = noMutation ? Effort.USUAL.withoutMutations() : Effort.USUAL;
        return underLoad ? effort.withLoad() : effort;
    }

    /** On standard error: one line that changes on a terminal, plain lines elsewhere. */
    private static void tell(Exercise exercise, String program, int done, int total) {
        String line = exercise.slug() + "  " + done + "/" + total + "  " + program;
        if (Terminal.interactive()) {
            System.err.print("\r\u001b[K" + line + (done == total ? "\r\u001b[K" : ""));
            System.err.flush();
        } else {
            System.err.println(line);
        }
    }
}
