package checks;

import static org.assertj.core.api.Assertions.*;
import static telar.check.Checks.*;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import submitted.Counter;
import telar.check.Check;
import telar.wire.Property;
import telar.wire.TimeMode;

/** Checks as an author runs them from an IDE. */
class JupiterChecks {
    private Counter counter;

    @BeforeEach
    void prepare() {
        counter = new Counter();
    }

    @AfterEach
    void finish() {
        assertThat(counter).isNotNull();
    }

    @Check(points = 50, property = Property.SAFETY)
    void passes() {
        together(counter::incrementRightly, counter::incrementRightly);
        assertThat(counter.right()).isEqualTo(2);
    }

    @Check(points = 50, property = Property.SAFETY, schedules = 100)
    void losesAnUpdate() {
        together(counter::incrementInTwoSteps, counter::incrementInTwoSteps);
        assertThat(counter.torn()).isEqualTo(2);
    }

    @Check(points = 0, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void passesInRealTime() {
        assertThat(counter.right()).isZero();
        assertThat(threads()).number(0);
    }

    @Check(points = 0, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void failsInRealTime() {
        assertThat(counter.right()).isEqualTo(1);
    }
}
