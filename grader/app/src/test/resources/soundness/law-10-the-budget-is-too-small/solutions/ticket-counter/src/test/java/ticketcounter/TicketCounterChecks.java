package ticketcounter;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.together;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.SAFETY;

import telar.check.Check;

class TicketCounterChecks {

    @Check(points = 40, property = BEHAVIOUR)
    void ticketsAreNumbered() {
        var counter = new TicketCounter();
        counter.next();

        assertThat(counter.next()).isEqualTo(2);
    }

    @Check(points = 60, property = SAFETY, schedules = 5)
    void noTwoTicketsAreEqual() {
        var counter = new TicketCounter();

        together(counter::next, counter::next);

        assertThat(counter.next()).isEqualTo(3);
    }
}
