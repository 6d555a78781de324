// Wrong: two customers at once read the same number.
package ticketcounter;

public class TicketCounter {
    private int last;

    public int next() {
        return ++last;
    }
}
