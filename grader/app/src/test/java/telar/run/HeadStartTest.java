package telar.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Check;
import telar.wire.TimeMode;

/** That children use it, and what becomes of one that is damaged or cannot be made. */
class HeadStartTest {
    @TempDir
    private Path folder;

    @Test
    void childrenRunWhatIsPreparedAndAreUnfitIfThatIsWrong() throws IOException {
        HeadStart headStart = new HeadStart(folder.resolve("cache"));
        assertThat(headStart.make()).isTrue();
        assertThat(outcome(headStart)).as("of a check that is not there").isInstanceOf(Outcome.Observed.class);

        Path right = prepared("telar.harness.canary.LockedCounter");
        Files.copy(right, prepared("telar.harness.canary.RacyCounter"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(outcome(headStart))
                .isInstanceOfSatisfying(Outcome.Unfit.class, unfit -> assertThat(unfit.reason()).contains("RacyCounter must end as DATA_RACE"));
    }

    @Test
    void whereNoneCanBeMadeChildrenDoWithout() throws IOException {
        Path cache = Files.writeString(folder.resolve("cache"), "not a folder");
        HeadStart headStart = new HeadStart(cache);

        assertThat(headStart.make()).isFalse();
        assertThat(outcome(headStart)).isInstanceOf(Outcome.Observed.class);
    }

    @Test
    void onlyOneIsKept() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        HeadStart headStart = new HeadStart(cache, List.of());
        Path older = Files.createDirectories(cache.resolve("head-start-" + Runtime.version().feature() + "-ofanearlierbuild/classes"));
        Path proofs = Files.createDirectories(cache.resolve("proofs"));

        headStart.make(); // in vain: with nothing on the class path there is nothing to start

        assertThat(older).as("while there is no better one").exists();
        assertThat(new HeadStart(cache).make()).isTrue();
        assertThat(older).doesNotExist();
        assertThat(proofs).exists();
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).as("this one and the proofs").hasSize(2);
        }
    }

    private Path prepared(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name + ".prepared")).findFirst().orElseThrow();
        }
    }

    private Outcome outcome(HeadStart headStart) throws IOException {
        Path submission = Files.createDirectories(folder.resolve("submission"));
        Check check = new Check("first", "some.Checks", Optional.empty(), 1, false, TimeMode.IDEAL, 1);
        Map<String, Outcome> outcomes =
                new ForkedJvm(Duration.ofMinutes(3), headStart).run(submission, List.of(), List.of(check), 1, "");
        return outcomes.get("first");
    }
}
