package telar.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "\u001b", "\u0000", "\u0007", "\b", "\r", "\u007f", "\u009b", "\u0085", "\u200b", "\u200e", "\u200f", "\u061c", "\u202a", "\u202e",
        "\u2066", "\u2069", "\u2028", "\u2029", "\ufeff", "\u00ad", "\ud800", "\udc00", "\ufffe", "\uffff", "\ufdd0", "\udb40\udc41"
    })
    void dangerousCharactersStayVisibleAsReplacements(String dangerous) {
        assertThat(Harmless.lines("a" + dangerous + "b")).isEqualTo("a\ufffdb");
        assertThat(Harmless.line("a" + dangerous + "b")).isEqualTo("a\ufffdb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expected: 2 but was: 1", "¿«año»?", "日本語", "naïve 😀", "Foo::bar and x -> y::z", "a\nb\n  c"})
    void honestTextStaysAsItIs(String text) {
        assertThat(Harmless.lines(text)).isEqualTo(text);
    }

    @Test
    void linesAreJoinedWhereThereIsRoomForOne() {
        assertThat(Harmless.line(" a \r\n  b\tc\n")).isEqualTo("a b c");
    }

    @Test
    void workflowCommandsAreCutApart() {
        assertThat(Harmless.lines("::error::x\n \u00a0 ::add-mask::y\nfine ::z::\n##[group]w\n:::"))
                .isEqualTo(": :error::x\n \u00a0 : :add-mask::y\nfine ::z::\n# #[group]w\n: ::");
    }

    @Test
    void heapsOfCombiningMarksAreCutDown() {
        assertThat(Harmless.line("a" + "\u0301".repeat(100) + "b")).isEqualTo("a\u0301\u0301\u0301b");
    }

    @Test
    void whatIsTooLongEndsInAnEllipsis() {
        assertThat(Harmless.line("x".repeat(401))).hasSize(401).endsWith("x…");
        assertThat(Harmless.line("x".repeat(400))).hasSize(400).doesNotContain("…");
        assertThat(Harmless.name("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(Harmless.lines("x".repeat(1_000_000))).hasSize(20_001).endsWith("…");
    }
}
