package telar.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import telar.wire.Plan;
import telar.wire.Plan.PlannedCheck;
import telar.wire.TimeMode;

/** The fixtures' class files, laid out as a parent does: the submission in one folder, its checks in another. */
record Fixtures(Path submission, Path checks) {

    static Fixtures in(Path folder) throws IOException {
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        copy(classes.resolve("submitted"), folder.resolve("submission/submitted"));
        copy(classes.resolve("checks"), folder.resolve("checks/checks"));
        return new Fixtures(folder.resolve("submission"), folder.resolve("checks"));
    }

    Plan plan(byte[] key, PlannedCheck... checks) {
        return new Plan(key, 42, submission.toString(), List.of(this.checks.toString()), List.of(), List.of(checks));
    }

    static PlannedCheck virtual(String method) {
        return new PlannedCheck(method, "checks.VirtualChecks", method, TimeMode.IDEAL, 2_000, 20_000, "");
    }

    static PlannedCheck real(String method) {
        return new PlannedCheck(method, "checks.RealChecks", method, TimeMode.REAL, 1, 1, "");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            files.forEach(
                    file -> {
                        try {
                            Files.copy(file, to.resolve(file.getFileName()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
