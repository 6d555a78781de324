// No numbers at all: a safe list remembers every like, and streams count when somebody asks.
package likecounter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

public class LikeCounter {

    /** A stream over it sees the list as it was at one moment, whatever is added meanwhile. */
    private final List<Network> log = new CopyOnWriteArrayList<>();

    public void like(Network network) {
        log.add(network);
    }

    public int likes() {
        return log.size();
    }

    public int likesFrom(Network network) {
        return (int) log.stream().filter(network::equals).count();
    }

    public Likes snapshot() {
        Map<Network, Integer> parts = log.stream().collect(Collectors.toMap(network -> network, network -> 1, Integer::sum));
        // The total of these parts, not of the log, which may have grown since.
        return new Likes(parts.values().stream().mapToInt(Integer::intValue).sum(), parts);
    }
}
