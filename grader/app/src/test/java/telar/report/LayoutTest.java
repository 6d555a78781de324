package telar.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void linesBreakAtSpaces() {
        assertThat(Layout.wrap("reads likes = 0", 11)).containsExactly("reads likes", "= 0");
    }

    @Test
    void wordsThatAreTooLongBreakWhereTheLineEnds() {
        assertThat(Layout.wrap("a bcdefghij", 4)).containsExactly("a", "bcde", "fghi", "j");
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertThat(Layout.wrap("", 10)).containsExactly("");
        assertThat(Layout.wrap("   ", 10)).containsExactly("");
    }

    @Test
    void evenTheNarrowestColumnEnds() {
        assertThat(Layout.wrap("日本", 1)).containsExactly("日", "本");
    }

    @Test
    void wideAndCombiningCharactersCountAsTheyShow() {
        assertThat(Layout.width("日本")).isEqualTo(4);
        assertThat(Layout.width("a\u0301")).isEqualTo(1);
        assertThat(Layout.width("😀")).isEqualTo(2);
        assertThat(Layout.pad("日", 3)).isEqualTo("日 ");
    }

    @Test
    void namesOfAPoolKeepTheEndThatTellsThemApart() {
        assertThat(Layout.end("ForkJoinPool.commonPool-worker-1", 12)).isEqualTo("…ol-worker-1");
        assertThat(Layout.end("worker-1", 12)).isEqualTo("worker-1");
    }
}
