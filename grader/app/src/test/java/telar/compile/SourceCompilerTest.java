package telar.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCompilerTest {
    @TempDir private Path folder;

    @Test
    void leavesClassFiles() {
        assertThat(compile("class A { class B {} }")).isEqualTo(new Compilation.Compiled(folder));
        assertThat(folder.resolve("one/A.class")).exists();
        assertThat(folder.resolve("one/A$B.class")).exists();
    }

    @Test
    void tellsFileLineAndColumn() {
        assertThat(refused("class A {\n\tint n = \"x\";\n}"))
                .isEqualTo(
                        """
                        one/A.java:3: incompatible types: java.lang.String cannot be converted to int
                             int n = "x";
                                     ^""");
    }

    @Test
    void tellsTheFirstTwentyErrors() {
        assertThat(refused("class A {\n" + "void m() {\n" + "no();\n".repeat(30) + "}\n}").lines())
                .filteredOn(line -> line.startsWith("one/A.java:"))
                .hasSize(20);
        assertThat(refused("class A {\nvoid m() {\n" + "no();\n".repeat(30) + "}\n}")).endsWith("… and 10 more");
    }

    @Test
    void knowsNothingNewerThanTheRelease() {
        assertThat(refused("class A { void m(Object o) { switch (o) { case String s -> {} default -> {} } } }")).startsWith("one/A.java:2: ");
    }

    @Test
    void runsNoAnnotationProcessor() throws Exception {
        Path services = Files.createDirectories(folder.resolve("path/META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), "nowhere.Processor\n");

        Compilation compilation =
                new SourceCompiler().compile(Map.of("one/A.java", "package one; @Deprecated class A {}"), List.of(folder.resolve("path")), 17, folder);

        // With processors javac would fail: it cannot find the one that is named.
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void looksForSourcesNowhereElse() throws Exception {
        Path path = Files.createDirectories(folder.resolve("path"));
        Files.createDirectories(path.resolve("one"));
        Files.writeString(path.resolve("one/B.java"), "package one; class B {}");

        assertThat(new SourceCompiler().compile(Map.of("one/A.java", "package one; class A { B b; }"), List.of(path), 17, folder.resolve("out")))
                .isInstanceOf(Compilation.Refused.class);
    }

    @Test
    void survivesCodeThatMakesTheCompilerGiveUp() {
        assertThat(refused("class A { int n = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }")).isNotEmpty();
    }

    private String refused(String source) {
        return ((Compilation.Refused) compile(source)).messages();
    }

    private Compilation compile(String source) {
        return new SourceCompiler().compile(Map.of("one/A.java", "package one;\n" + source), List.of(), 17, folder);
    }
}
