package __package__;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnstileTest {

    @Test
    void oneDoorCountsRight() {
        Turnstile turnstile = new Turnstile();

        turnstile.enter();
        turnstile.enter();

        assertThat(turnstile.visitors()).isEqualTo(2);
    }

    @Test
    void twoDoorsCountRight() throws InterruptedException {
        Turnstile turnstile = new Turnstile();
        Thread north = new Thread(turnstile::enter);
        Thread south = new Thread(turnstile::enter);

        north.start();
        south.start();
        north.join();
        south.join();

        assertThat(turnstile.visitors()).isEqualTo(2);
    }
}
