package bantimer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BansTest {

    private final Bans bans = new Bans();

    @AfterEach
    void closeTheRoom() {
        bans.close();
    }

    @Test
    void aBanConcernsOneUser() {
        bans.ban("ana", Duration.ofHours(1));

        assertThat(bans.isBanned("ana")).as("ana is banned").isTrue();
        assertThat(bans.isBanned("bruno")).as("bruno is banned").isFalse();
    }

    @Test
    void aBanEndsByItself() {
        bans.ban("ana", Duration.ofMillis(200));

        await().pollInSameThread().until(() -> !bans.isBanned("ana"));
    }

    @Test
    void aPardonEndsItEarlier() {
        bans.ban("ana", Duration.ofHours(1));

        bans.pardon("ana");

        assertThat(bans.isBanned("ana")).as("ana is banned").isFalse();
    }

    @Test
    void aNewBanReplacesAnOlderOne() {
        bans.ban("ana", Duration.ofMillis(100));
        bans.ban("ana", Duration.ofHours(1));

        await().pollInSameThread().during(Duration.ofMillis(500)).until(() -> bans.isBanned("ana"));
    }
}
