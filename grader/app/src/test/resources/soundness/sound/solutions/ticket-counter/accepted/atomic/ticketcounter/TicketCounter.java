// An atomic integer counts without a lock.
package ticketcounter;

import java.util.concurrent.atomic.AtomicInteger;

public class TicketCounter {
    private final AtomicInteger last = new AtomicInteger();

    public int next() {
        return last.incrementAndGet();
    }
}
