package telar.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void missingKeysAreToldTogether() throws IOException {
        assertThat(complaints("a=1\n", "a", "b", "c")).containsExactly("The keys \"b\", \"c\" are missing.");
    }

    @Test
    void namesEveryKeyThatIsMissingBlankUnknownOrRepeated() throws IOException {
        assertThat(complaints("blank=\nextra=1\ntwice=1\ntwice=2\n", "missing", "blank", "twice"))
                .containsExactly(
                        "The key \"missing\" is missing.",
                        "The key \"blank\" has no value.",
                        "The key \"extra\" is unknown.",
                        "The key \"twice\" stands there twice; only the last one counts.");
    }

    @Test
    void takesAFileThatHasWhatItNeeds() throws IOException {
        assertThat(complaints("a=uno, dos y ñ\n", "a")).isEmpty();
    }

    @Test
    void doesNotTakeAnotherEncoding() throws IOException {
        Path file = folder.resolve("latin");
        Files.write(file, "a=ñ\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(KeyFile.read(file).complaints(List.of("a")))
                .extracting(KeyFile.Complaint::what)
                .containsExactly("The file cannot be read: it is not UTF-8.");
    }

    @Test
    void aMissingFileIsOneComplaint() {
        assertThat(KeyFile.read(folder.resolve("nowhere")).complaints(List.of("a", "b")))
                .extracting(KeyFile.Complaint::what)
                .containsExactly("The file is missing.");
    }

    private List<String> complaints(String text, String... keys) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), text);
        return KeyFile.read(file).complaints(List.of(keys)).stream().map(KeyFile.Complaint::what).toList();
    }
}
