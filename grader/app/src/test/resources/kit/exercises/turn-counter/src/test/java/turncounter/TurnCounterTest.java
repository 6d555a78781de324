package turncounter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnCounterTest {

    @Test
    void startsAtOne() {
        assertThat(new TurnCounter().next()).isEqualTo(1);
    }
}
