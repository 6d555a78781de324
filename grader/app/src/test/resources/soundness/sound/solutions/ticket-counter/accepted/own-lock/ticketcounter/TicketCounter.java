// A private lock instead of the counter itself.
package ticketcounter;

public class TicketCounter {
    private final Object lock = new Object();
    private int last;

    public int next() {
        synchronized (lock) {
            return ++last;
        }
    }
}
