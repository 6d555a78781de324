package telar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every sample in every format and language is, byte for byte, what stands in {@code src/test/resources/reports}. To change a
 * report on purpose, run this test with {@code -Dtelar.golden.refresh=true} and read the difference before you commit it.
 */
class GoldenReportsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "reports");
    private static final boolean REFRESH = Boolean.getBoolean("telar.golden.refresh");
    private static final Map<String, String> ENDINGS =
            Map.of("terminal", "txt", "markdown", "md", "json", "json", "junit", "xml", "github", "commands");

    @TestFactory
    Stream<DynamicTest> reportsAreAsTheyWere() {
        return files().entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () -> compare(file.getKey(), file.getValue())));
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            Set<String> names = found.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).isEqualTo(new TreeSet<>(files().keySet()));
        }
    }

    @Test
    void everyFormatHasAnEnding() {
        assertThat(ENDINGS.keySet()).containsExactlyInAnyOrderElementsOf(Reports.formats());
    }

    private static void compare(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (REFRESH) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("golden file; -Dtelar.golden.refresh=true writes it").exists();
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Samples.all().forEach((sample, grade) -> {
            for (Locale language : List.of(SampleWords.ENGLISH, SampleWords.SPANISH)) {
                Words words = new SampleWords(language);
                for (String format : Reports.formats()) {
                    String name = sample + "/" + format + "." + language.getLanguage() + "." + ENDINGS.get(format);
                    files.put(name, Reports.render(format, grade, words, View.plain()));
                }
            }
            Words english = new SampleWords(SampleWords.ENGLISH);
            View ascii = View.plain().in(StandardCharsets.US_ASCII);
            files.put(sample + "/terminal-ascii.en.txt", Reports.render("terminal", grade, english, ascii));
            View narrow = new View(60, View.Colours.NO, View.Signs.UNICODE);
            files.put(sample + "/terminal-60-columns.en.txt", Reports.render("terminal", grade, english, narrow));
        });
        return files;
    }
}
