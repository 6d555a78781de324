// Wrong: like() takes the lock of its network and then that of the total, snapshot() the other way round. Each holds one and waits for the other.
package likecounter;

import java.util.Map;

public class LikeCounter {

    private final Object totalLock = new Object();
    private final Object facebookLock = new Object();
    private final Object instagramLock = new Object();
    private int total;
    private int facebook;
    private int instagram;

    public void like(Network network) {
        if (network == Network.FACEBOOK) {
            synchronized (facebookLock) {
                facebook++;
                countInTotal();
            }
        } else {
            synchronized (instagramLock) {
                instagram++;
                countInTotal();
            }
        }
    }

    private void countInTotal() {
        synchronized (totalLock) {
            total++;
        }
    }

    public int likes() {
        synchronized (totalLock) {
            return total;
        }
    }

    public int likesFrom(Network network) {
        if (network == Network.FACEBOOK) {
            synchronized (facebookLock) {
                return facebook;
            }
        }
        synchronized (instagramLock) {
            return instagram;
        }
    }

    public Likes snapshot() {
        synchronized (totalLock) {
            synchronized (facebookLock) {
                synchronized (instagramLock) {
                    return new Likes(total, Map.of(Network.FACEBOOK, facebook, Network.INSTAGRAM, instagram));
                }
            }
        }
    }
}
