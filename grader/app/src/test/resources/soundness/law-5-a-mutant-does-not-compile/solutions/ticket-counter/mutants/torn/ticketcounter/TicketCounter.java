// Wrong: a line is torn off.
package ticketcounter;

public class TicketCounter {
    private int last;

    public int next() {
        return ++
    }
}
