// Called right, but nothing guards the number.
package ticketcounter;

public class TicketCounter {
    private int last;

    public int next() {
        last = last + 1;
        return last;
    }
}
