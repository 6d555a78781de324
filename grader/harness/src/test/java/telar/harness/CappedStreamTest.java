package telar.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** Only the beginning of what is printed comes through. */
class CappedStreamTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theBeginningComesThrough() {
        var stream = CappedStream.over(out);
        stream.print("año");
        stream.write('!');
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("año!");
    }

    @Test
    void theRestIsDropped() {
        var stream = CappedStream.over(out);
        for (int i = 0; i < 10_000; i++) {
            stream.print("0123456789");
        }
        assertThat(out.size()).isEqualTo(4_096);
        assertThat(stream.checkError()).isFalse();
    }

    @Test
    void closingItDoesNothing() {
        var raw = CappedStream.over(out);
        raw.close();
        assertThat(out.size()).isZero();
    }
}
