package __package__;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;

import java.util.Random;
import telar.check.Check;
import telar.wire.Property;

class TurnstileChecks {

    @Check(points = 60, property = Property.SAFETY)
    void nobodyIsLostWhenTwoComeInAtOnce() {
        Turnstile turnstile = new Turnstile();
        int before = new Random(seed()).nextInt(3);
        for (int i = 0; i < before; i++) {
            turnstile.enter();
        }

        together(turnstile::enter, turnstile::enter);

        assertThat(turnstile.visitors()).isEqualTo(before + 2);
    }

    @Check(points = 40, property = Property.SAFETY)
    void theDisplayMayBeReadAtAnyTime() {
        Turnstile turnstile = new Turnstile();

        together(
                turnstile::enter,
                () -> {
                    int shown = turnstile.visitors();
                    assertThat(shown).isBetween(0, 1);
                });
    }
}
