package telar.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "W0.0", "A,W12.3", "H", "W1.0,H,S", "PLikes.java:4", "A,W1.0,PA.java:1,PB.java:22"})
    void printsWhatItParsed(String text) {
        Options options = Options.parse(text, 10, 2);
        assertThat(options.text()).isEqualTo(text);
        assertThat(options.maxSteps()).isEqualTo(10);
        assertThat(options.seed()).isEqualTo(2);
    }

    @Test
    void printsOptionsInOneOrder() {
        Options options = Options.ideal(10, 1).withPromoted(Set.of("B.java:2", "A.java:1")).withSpurious(3, 1).withInStep().withHesitant().withAdversarial();
        assertThat(options.text()).isEqualTo("A,W3.1,H,S,PA.java:1,PB.java:2");
        assertThat(Options.parse(options.text(), 10, 1)).isEqualTo(options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A,", ",A", "W1", "W1.", "W.1", "W-1.0", "W1.2.3", "W1234567.0", "P:3", "PA.java", "PA.java:", "P"})
    void rejectsWhatIsNoOption(String text) {
        assertThatThrownBy(() -> Options.parse(text, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an option of a schedule");
    }
}
