package telar.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import telar.engine.scenario.ControlledClasses;

/** Which classes the engine controls. */
class ControlledClassesTest {
    private static final ClassLoader PARENT = ControlledClassesTest.class.getClassLoader();

    @TempDir Path checks;
    @TempDir Path submission;

    @Test
    void earlierFoldersWin() throws IOException {
        put(checks, "likes.Counter", "the check's");
        put(submission, "likes.Counter", "the submission's");
        put(submission, "likes.Other", "the submission's");
        var classes = ControlledClasses.below(PARENT, List.of(checks, submission));
        assertThat(classes.bytes("likes.Counter")).asString().isEqualTo("the check's");
        assertThat(classes.bytes("likes.Other")).asString().isEqualTo("the submission's");
        assertThat(classes.contains("likes.None")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Evil", "jdk.Evil", "sun.misc.Evil", "telar.check.Checks", "telar.engine.Observe",
                "org.junit.jupiter.api.Test", "org.assertj.core.api.Assertions"
            })
    void foldersCannotReplaceTheJudge(String name) throws IOException {
        put(submission, name, "forged");
        assertThat(ControlledClasses.below(PARENT, List.of(submission)).contains(name)).isFalse();
    }

    @Test
    void awaitilityIsControlledAndComesFromTheClassPath() throws IOException {
        put(submission, "org.awaitility.Awaitility", "forged");
        var classes = ControlledClasses.below(PARENT, List.of(submission));
        assertThat(classes.bytes("org.awaitility.Awaitility")).startsWith(0xCA, 0xFE, 0xBA, 0xBE);
    }

    @Test
    void aProjectsOwnClassesAreThoseInFolders() {
        var classes = ControlledClasses.notInJars(PARENT);
        assertThat(classes.contains("submitted.Counter")).isTrue();
        assertThat(classes.contains("org.hamcrest.Matchers")).isFalse();
        assertThat(classes.contains("org.objectweb.asm.ClassReader")).isFalse();
        assertThat(classes.contains("telar.check.Gauge")).isFalse();
        assertThat(classes.contains("java.lang.String")).isFalse();
    }

    @Test
    void oneProgramForAllChecks() {
        var classes = ControlledClasses.below(PARENT, List.of(submission));
        assertThat(classes.program()).isSameAs(classes.program());
    }

    private static void put(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
