package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0x4.1x2.0", "12x1000000", "A~0.1", "A,W2.0,PLikes.java:12~3x2", "A~"})
    void printsWhatItParsed(String text) {
        assertThat(Schedule.parse(text)).hasToString(text).isEqualTo(Schedule.parse(text)).hasSameHashCodeAs(Schedule.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0x1.1x1, 0.1", "0.0.0, 0x3", "1x2.1, 1x3", "007, 7"})
    void printsTheShortestForm(String text, String shortest) {
        assertThat(Schedule.parse(text)).hasToString(shortest).isEqualTo(Schedule.parse(shortest));
    }

    @ParameterizedTest
    @CsvSource({
        "a, a", "0..1, ''", "., ''", "0.1x, 1x", "0.x3, x3", "0x2x3, 0x2x3", "0.1 .2, '1 '", "9999999999, 9999999999",
        "A~B~c, c"
    })
    void rejectsWhatIsNoScheduleAndSaysWhere(String text, String part) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + part + "\" is not part of a schedule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0x0", "0x-2", "0x1000001"})
    void rejectsNumbersOutOfRange(String text) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is out of range");
    }

    @Test
    void doesNotChangeWithTheArrayItWasMadeFrom() {
        int[] threads = {0, 1, 1};
        Schedule schedule = new Schedule("", threads);
        threads[0] = 5;
        assertThat(schedule).hasToString("0.1x2");
        assertThat(schedule.length()).isEqualTo(3);
        assertThat(schedule.thread(2)).isEqualTo(1);
        assertThat(schedule).isNotEqualTo(new Schedule("A", new int[] {0, 1, 1})).isNotEqualTo(Schedule.parse("0.1x3"));
    }
}
