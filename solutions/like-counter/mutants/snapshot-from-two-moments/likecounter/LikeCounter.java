// Wrong: snapshot() reads one network after the other. Likes between the two reads: Facebook from before them, Instagram from after them.
package likecounter;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

public class LikeCounter {

    private final AtomicInteger facebook = new AtomicInteger();
    private final AtomicInteger instagram = new AtomicInteger();

    public void like(Network network) {
        counterOf(network).incrementAndGet();
    }

    public int likes() {
        return facebook.get() + instagram.get();
    }

    public int likesFrom(Network network) {
        return counterOf(network).get();
    }

    public Likes snapshot() {
        int fromFacebook = facebook.get();
        int fromInstagram = instagram.get();
        return new Likes(
                fromFacebook + fromInstagram,
                Map.of(Network.FACEBOOK, fromFacebook, Network.INSTAGRAM, fromInstagram));
    }

    private AtomicInteger counterOf(Network network) {
        return network == Network.FACEBOOK ? facebook : instagram;
    }
}
