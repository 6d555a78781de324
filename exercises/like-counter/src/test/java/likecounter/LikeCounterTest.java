package likecounter;

import static likecounter.Network.FACEBOOK;
import static likecounter.Network.INSTAGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class LikeCounterTest {

    @Test
    void aNewPostHasNoLikes() {
        var counter = new LikeCounter();

        assertThat(counter.likes()).isZero();
        assertThat(counter.likesFrom(FACEBOOK)).isZero();
    }

    @Test
    void aLikeCountsForItsNetworkAndForTheTotal() {
        var counter = new LikeCounter();

        counter.like(FACEBOOK);
        counter.like(FACEBOOK);
        counter.like(INSTAGRAM);

        assertThat(counter.likes()).isEqualTo(3);
        assertThat(counter.likesFrom(FACEBOOK)).isEqualTo(2);
        assertThat(counter.likesFrom(INSTAGRAM)).isEqualTo(1);
    }

    @Test
    void aSnapshotHoldsTheTotalAndItsParts() {
        var counter = new LikeCounter();
        counter.like(FACEBOOK);
        counter.like(INSTAGRAM);
        counter.like(INSTAGRAM);

        var likes = counter.snapshot();

        assertThat(likes.total()).isEqualTo(3);
        assertThat(likes.byNetwork()).containsEntry(FACEBOOK, 1).containsEntry(INSTAGRAM, 2);
    }

    @Test
    void bothNetworksCountAtTheSameTime() throws Exception {
        var counter = new LikeCounter();
        var facebook = new Thread(() -> counter.like(FACEBOOK));
        var instagram = new Thread(() -> counter.like(INSTAGRAM));

        facebook.start();
        instagram.start();
        facebook.join();
        instagram.join();

        assertThat(counter.likes()).isEqualTo(2);
    }

    @Test
    void aPhotographTakenInBetweenAddsUp() throws Exception {
        var counter = new LikeCounter();
        var facebook = new Thread(() -> counter.like(FACEBOOK));
        Callable<Likes> takePhotograph = counter::snapshot;
        var photograph = new FutureTask<>(takePhotograph);
        var photographer = new Thread(photograph);

        facebook.start();
        photographer.start();

        var likes = photograph.get();
        assertThat(likes.total()).isEqualTo(likes.byNetwork().getOrDefault(FACEBOOK, 0));
    }
}
