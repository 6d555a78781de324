package ticketcounter;

public class TicketCounter {

    /** The next number, from 1. */
    public int next() {
        throw new UnsupportedOperationException();
    }
}
