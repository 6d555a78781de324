package likecounter;

import static likecounter.Network.FACEBOOK;
import static likecounter.Network.INSTAGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import java.util.List;
import java.util.Random;
import telar.check.Check;

class LikeCounterChecks {

    private final Random random = new Random(seed());

    @Check(points = 10, property = BEHAVIOUR)
    void countsEachNetworkOfEachPost() {
        var post = new LikeCounter();
        var otherPost = new LikeCounter();
        int facebook = 1 + random.nextInt(3);
        int instagram = 1 + random.nextInt(3);

        like(post, FACEBOOK, facebook);
        like(post, INSTAGRAM, instagram);
        otherPost.like(INSTAGRAM);

        assertThat(post.likesFrom(FACEBOOK)).isEqualTo(facebook);
        assertThat(post.likesFrom(INSTAGRAM)).isEqualTo(instagram);
        assertThat(post.likes()).isEqualTo(facebook + instagram);
        assertThat(from(FACEBOOK, post.snapshot())).isEqualTo(facebook);
        assertThat(otherPost.likes()).isEqualTo(1);
    }

    @Check(points = 25, property = SAFETY)
    void noLikeIsLost() {
        var counter = new LikeCounter();
        int before = random.nextInt(3);
        like(counter, FACEBOOK, before);

        together(() -> counter.like(FACEBOOK), () -> counter.like(INSTAGRAM));

        assertThat(counter.likes()).isEqualTo(before + 2);
    }

    @Check(points = 15, property = SAFETY)
    void noLikeOfOneNetworkIsLost() {
        var counter = new LikeCounter();
        var network = anyNetwork();

        together(() -> counter.like(network), () -> counter.like(network));

        assertThat(counter.likesFrom(network)).isEqualTo(2);
    }

    @Check(points = 15, property = SAFETY)
    void readersMayLookAtAnyTime() {
        var counter = new LikeCounter();
        var network = anyNetwork();
        int before = 1 + random.nextInt(3);
        like(counter, network, before);

        together(
                () -> counter.like(network),
                () -> {
                    int total = counter.likes();
                    int part = counter.likesFrom(network);
                    assertThat(total).isBetween(before, before + 1);
                    assertThat(part).isBetween(total, before + 1);
                });
    }

    @Check(points = 15, property = SAFETY)
    void aSnapshotAddsUp() {
        var counter = new LikeCounter();
        var network = anyNetwork();

        together(
                () -> {
                    counter.like(network);
                    counter.like(other(network));
                },
                () -> {
                    var likes = counter.snapshot();
                    assertThat(from(FACEBOOK, likes) + from(INSTAGRAM, likes)).isEqualTo(likes.total());
                });
    }

    @Check(points = 10, property = SAFETY)
    void aSnapshotShowsOneMoment() {
        var counter = new LikeCounter();
        var network = anyNetwork();
        var other = other(network);

        together(
                () -> {
                    counter.like(network);
                    counter.like(other);
                    counter.like(network);
                },
                () -> {
                    var likes = counter.snapshot();
                    var seen = List.of(from(network, likes), from(other, likes));
                    assertThat(seen).isIn(List.of(0, 0), List.of(1, 0), List.of(1, 1), List.of(2, 1));
                });
    }

    @Check(points = 5, property = BEHAVIOUR)
    void anOldSnapshotStaysAsItWas() {
        var counter = new LikeCounter();
        int morning = 1 + random.nextInt(3);
        like(counter, FACEBOOK, morning);

        var photograph = counter.snapshot();
        counter.like(FACEBOOK);
        counter.like(INSTAGRAM);

        assertThat(photograph.total()).isEqualTo(morning);
        assertThat(from(FACEBOOK, photograph)).isEqualTo(morning);
        assertThat(from(INSTAGRAM, photograph)).isZero();
    }

    @Check(points = 5, property = LIVENESS)
    void likingAndLookingBothEnd() {
        var counter = new LikeCounter();
        var network = anyNetwork();
        assertThat(counter.likesFrom(network)).isZero();

        together(() -> counter.like(network), counter::snapshot);

        assertThat(counter.snapshot().total()).isEqualTo(1);
    }

    private Network anyNetwork() {
        return random.nextBoolean() ? FACEBOOK : INSTAGRAM;
    }

    private static Network other(Network network) {
        return network == FACEBOOK ? INSTAGRAM : FACEBOOK;
    }

    private static void like(LikeCounter counter, Network network, int times) {
        for (int i = 0; i < times; i++) {
            counter.like(network);
        }
    }

    private static int from(Network network, Likes likes) {
        return likes.byNetwork().getOrDefault(network, 0);
    }
}
