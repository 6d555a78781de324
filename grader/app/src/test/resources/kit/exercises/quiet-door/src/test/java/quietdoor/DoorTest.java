package quietdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void answers() {
        assertThat(new Door().knock()).isNotNull();
    }
}
