package ticketcounter;

public class TicketCounter {
    private int last;

    public synchronized int next() {
        return ++last;
    }
}
