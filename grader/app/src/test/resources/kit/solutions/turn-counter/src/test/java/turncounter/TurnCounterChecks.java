package turncounter;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.together;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import telar.check.Check;

class TurnCounterChecks {

    @Check(points = 30, property = BEHAVIOUR)
    void countsUp() {
        var counter = new TurnCounter();
        counter.next();

        assertThat(counter.next()).isEqualTo(2);
    }

    @Check(points = 50, property = SAFETY)
    void losesNoTurn() {
        var counter = new TurnCounter();

        together(counter::next, counter::next);

        assertThat(counter.next()).isEqualTo(3);
    }

    @Check(points = 20, property = LIVENESS)
    void letsOneAskWhileOneTurns() {
        var counter = new TurnCounter();

        together(counter::next, counter::last);

        assertThat(counter.last()).isEqualTo(1);
    }
}
