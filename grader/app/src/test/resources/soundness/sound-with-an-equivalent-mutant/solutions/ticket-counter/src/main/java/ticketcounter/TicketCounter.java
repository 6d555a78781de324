package ticketcounter;

public class TicketCounter {
    private volatile int last;

    public synchronized int next() {
        return ++last;
    }
}
