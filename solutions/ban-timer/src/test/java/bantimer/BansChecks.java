package bantimer;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.Random;
import telar.check.Check;

/** On the virtual clock an hour costs nothing, so bans are long. */
class BansChecks {

    /** A ban may end that much late, and a call may take that long. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Random random = new Random(seed());
    private final Duration anHourOrSo = Duration.ofMillis(3_600_000 + random.nextInt(600_000));

    @Check(points = 15, property = BEHAVIOUR)
    void aBanLastsAsLongAsItShould() {
        var bans = new Bans();

        bans.ban("ana", anHourOrSo);

        isBanned(bans, "ana", true, "right after the ban");
        isBanned(bans, "bruno", false, "although only ana is banned");
        letTimePass(anHourOrSo.minus(A_MOMENT));
        isBanned(bans, "ana", true, "a moment before the end");
        letTimePass(A_MOMENT.multipliedBy(2));
        isBanned(bans, "ana", false, "a moment after the end");
        bans.close();
    }

    @Check(points = 5, property = LIVENESS)
    void theModeratorGoesOnAtOnce() {
        var bans = new Bans();
        var banning = virtualTime();

        bans.ban("ana", anHourOrSo);
        bans.ban("bruno", anHourOrSo);
        bans.isBanned("ana");

        failing(WRONG_RESULT, () -> assertThat(banning).tookAtMost(A_MOMENT));
        bans.close();
    }

    @Check(points = 20, property = SAFETY)
    void theNewestBanCounts() {
        var bans = new Bans();
        var half = anHourOrSo.dividedBy(2);

        bans.ban("ana", anHourOrSo);
        letTimePass(half);
        bans.ban("ana", anHourOrSo);
        letTimePass(half.plus(Duration.ofMinutes(1)));
        isBanned(bans, "ana", true, "when only her older ban would be over");
        letTimePass(half);
        isBanned(bans, "ana", false, "when both bans are over");

        bans.ban("bruno", anHourOrSo);
        bans.ban("bruno", half);
        letTimePass(half.plus(A_MOMENT));
        isBanned(bans, "bruno", false, "when his newer, shorter ban is over");
        bans.close();
    }

    @Check(points = 10, property = BEHAVIOUR)
    void aPardonEndsTheBanAtOnce() {
        var bans = new Bans();

        bans.pardon("ana");
        bans.ban("ana", anHourOrSo);
        bans.ban("bruno", anHourOrSo);
        bans.pardon("ana");

        isBanned(bans, "ana", false, "after the pardon");
        isBanned(bans, "bruno", true, "although only ana was pardoned");
        bans.close();
    }

    @Check(points = 15, property = SAFETY)
    void aPardonedBanIsReallyOver() {
        var bans = new Bans();
        var aThird = anHourOrSo.dividedBy(3);

        bans.ban("ana", anHourOrSo);
        letTimePass(aThird);
        bans.pardon("ana");
        bans.ban("ana", anHourOrSo);
        letTimePass(aThird.multipliedBy(2).plus(A_MOMENT));

        isBanned(bans, "ana", true, "when only the pardoned ban would be over");
        bans.close();
    }

    @Check(points = 15, property = SAFETY)
    void twoModeratorsMayActAtTheSameTime() {
        var bans = new Bans();
        bans.ban("carla", anHourOrSo);

        together(
                () -> bans.ban("ana", anHourOrSo),
                () -> {
                    bans.ban("bruno", anHourOrSo);
                    bans.isBanned("ana");
                    bans.pardon("carla");
                });

        isBanned(bans, "ana", true, "after her ban");
        isBanned(bans, "bruno", true, "after his ban");
        isBanned(bans, "carla", false, "after the pardon");
        letTimePass(anHourOrSo.plus(A_MOMENT));
        isBanned(bans, "ana", false, "after the end of her ban");
        isBanned(bans, "bruno", false, "after the end of his ban");
        bans.close();
    }

    @Check(points = 5, property = SAFETY)
    void twoBansOfOneUserLeaveOne() {
        var bans = new Bans();
        together(() -> bans.ban("ana", anHourOrSo), () -> bans.ban("ana", anHourOrSo.multipliedBy(2)));
        letTimePass(anHourOrSo.dividedBy(2));

        // Whichever of the two counted, this one replaces it.
        bans.ban("ana", anHourOrSo.multipliedBy(4));
        letTimePass(anHourOrSo.multipliedBy(3));

        assertThat(bans.isBanned("ana")).as("ana is banned when only older bans would be over").isTrue();
        bans.close();
    }

    @Check(points = 5, property = SAFETY)
    void aNewBanAtTheVeryEndOfAnOldOneCounts() {
        var bans = new Bans();
        bans.ban("ana", anHourOrSo);
        letTimePass(anHourOrSo);

        bans.ban("ana", anHourOrSo);
        letTimePass(anHourOrSo.dividedBy(2));

        assertThat(bans.isBanned("ana")).as("ana is banned in the middle of her new ban").isTrue();
        bans.close();
    }

    @Check(points = 10, property = CLEANUP)
    void nobodyGuardsAClosedRoom() {
        var bans = new Bans();
        bans.ban("ana", anHourOrSo);
        bans.ban("bruno", anHourOrSo.multipliedBy(10));
        bans.pardon("bruno");
        bans.ban("carla", anHourOrSo.multipliedBy(20));
        bans.ban("carla", anHourOrSo);
        letTimePass(A_MOMENT);

        bans.close();

        assertThat(threads()).noneLeftBehind();
    }

    private static void isBanned(Bans bans, String user, boolean expected, String when) {
        failing(WRONG_RESULT, () -> assertThat(bans.isBanned(user)).as("%s is banned %s", user, when).isEqualTo(expected));
    }
}
