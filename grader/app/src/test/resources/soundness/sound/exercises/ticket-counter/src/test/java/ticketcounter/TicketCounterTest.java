package ticketcounter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicketCounterTest {

    @Test
    void theFirstTicketIsNumberOne() {
        assertThat(new TicketCounter().next()).isEqualTo(1);
    }
}
