// Wrong: volatile does not make ++ one step. One thread reads 0, the other one likes as a whole, the first one writes 1.
package likecounter;

import java.util.Map;

public class LikeCounter {

    private volatile int total;
    private volatile int facebook;
    private volatile int instagram;

    public void like(Network network) {
        total++;
        if (network == Network.FACEBOOK) {
            facebook++;
        } else {
            instagram++;
        }
    }

    public int likes() {
        return total;
    }

    public int likesFrom(Network network) {
        return network == Network.FACEBOOK ? facebook : instagram;
    }

    public Likes snapshot() {
        return new Likes(total, Map.of(Network.FACEBOOK, facebook, Network.INSTAGRAM, instagram));
    }
}
