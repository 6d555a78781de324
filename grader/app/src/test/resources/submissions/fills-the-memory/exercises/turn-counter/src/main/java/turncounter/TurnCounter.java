package turncounter;

import java.util.ArrayList;
import java.util.List;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        List<long[]> hoard = new ArrayList<>();
        while (true) {
            hoard.add(new long[10_000_000]);
        }
    }

    public synchronized int last() {
        return last;
    }
}
