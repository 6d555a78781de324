// No lock: every like makes a new immutable Likes and swaps it in, if nobody was faster; otherwise it tries again.
package likecounter;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

public class LikeCounter {

    private final AtomicReference<Likes> now = new AtomicReference<>(new Likes(0, Map.of()));

    public void like(Network network) {
        now.updateAndGet(likes -> {
            Map<Network, Integer> parts = new HashMap<>(likes.byNetwork());
            parts.merge(network, 1, Integer::sum);
            return new Likes(likes.total() + 1, Map.copyOf(parts));
        });
    }

    public int likes() {
        return now.get().total();
    }

    public int likesFrom(Network network) {
        return now.get().byNetwork().getOrDefault(network, 0);
    }

    public Likes snapshot() {
        return now.get();
    }
}
