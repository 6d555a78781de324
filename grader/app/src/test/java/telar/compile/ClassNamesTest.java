package telar.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassNamesTest {
    @TempDir private Path folder;

    @Test
    void findsClassesOutsideAPackageAndWhatIsBelowIt() {
        Map<String, String> sources =
                Map.of(
                        "one/A.java", "package one; class A { class Inner {} }",
                        "one/Below.java", "package one.below; class Below {}",
                        "one/Near.java", "package oneself; class Near {}",
                        "one/Nowhere.java", "class Nowhere {}");

        new SourceCompiler().compile(sources, List.of(), 17, folder);

        assertThat(ClassNames.outside("one", folder)).containsExactly("Nowhere", "oneself.Near");
    }
}
