// No lock: both parts live in the two halves of one AtomicLong, so one step changes one and reads both.
package likecounter;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

public class LikeCounter {

    private final AtomicLong packed = new AtomicLong();

    public void like(Network network) {
        packed.addAndGet(1L << shift(network));
    }

    public int likes() {
        return snapshot().total();
    }

    public int likesFrom(Network network) {
        return part(packed.get(), network);
    }

    public Likes snapshot() {
        long now = packed.get();
        int facebook = part(now, Network.FACEBOOK);
        int instagram = part(now, Network.INSTAGRAM);
        return new Likes(facebook + instagram, Map.of(Network.FACEBOOK, facebook, Network.INSTAGRAM, instagram));
    }

    private static int part(long packed, Network network) {
        return (int) (packed >>> shift(network) & 0x7fff_ffff);
    }

    private static int shift(Network network) {
        return network == Network.FACEBOOK ? 0 : 32;
    }
}
