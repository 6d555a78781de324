package quietdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;

import telar.check.Check;
import telar.wire.TimeMode;

class DoorChecks {

    @Check(points = 40, property = LIVENESS, time = TimeMode.REAL)
    void answersInRealTime() {
        assertThat(new Door().knock()).isNotEmpty();
    }

    @Check(points = 60, property = BEHAVIOUR)
    void letsPeopleIn() {
        assertThat(new Door().knock()).isEqualTo("come in");
    }
}
