package banktransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import java.util.Map;
import java.util.Random;
import telar.check.Check;
import telar.wire.Diagnosis;

class BankChecks {

    /** Two of Ada's savings pots, for presents and for a journey. As strings they have the same hash code. */
    private static final String SIBLINGS = "Siblings";

    private static final String TEHERAN = "Teheran";

    private final Random random = new Random(seed());

    @Check(points = 10, property = BEHAVIOUR)
    void aTransferMovesWhatIsThere() {
        int ada = 10 + random.nextInt(20);
        int extra = 1 + random.nextInt(20);
        var bank = new Bank(Map.of("Ada", (long) ada, "Ben", 0L, "Cleo", 7L));

        assertThat(bank.transfer("Ada", "Ben", ada + 1)).as("a transfer of more than there is").isFalse();
        assertThat(bank.transfer("Ada", "Ben", ada)).as("a transfer of all there is").isTrue();
        bank.deposit("Ada", extra);

        assertThat(bank.balance("Ada")).isEqualTo(extra);
        assertThat(bank.balance("Ben")).isEqualTo(ada);
        assertThat(bank.balance("Cleo")).isEqualTo(7);
        assertThat(bank.total()).isEqualTo(ada + 7 + extra);
    }

    @Check(points = 20, property = SAFETY)
    void noMoneyIsLost() {
        var bank = new Bank(Map.of("Ada", 20L, "Ben", 0L, "Cleo", 20L));
        long fromAda = anAmount();
        long fromCleo = anAmount();
        boolean[] moved = new boolean[2];

        together(
                () -> moved[0] = bank.transfer("Ada", "Ben", fromAda),
                () -> moved[1] = bank.transfer("Cleo", "Ben", fromCleo));
        together(() -> bank.deposit("Ben", 3), () -> bank.transfer("Ben", "Ada", 1));

        assertThat(moved).as("both transfers have been made").containsExactly(true, true);
        assertThat(bank.balance("Ben")).isEqualTo(fromAda + fromCleo + 3 - 1);
        assertThat(bank.total()).isEqualTo(43);
    }

    @Check(points = 20, property = SAFETY)
    void nobodySpendsTheSameMoneyTwice() {
        long money = anAmount();
        var bank = new Bank(Map.of("Ada", 0L, "Ben", money, "Cleo", 0L));
        boolean[] moved = new boolean[2];

        // Ben stands between the two: whatever order the locks have, he is the first in one transfer and the second in the other.
        together(
                () -> moved[0] = bank.transfer("Ben", "Ada", money),
                () -> moved[1] = bank.transfer("Ben", "Cleo", money));

        assertThat(moved).as("one of the two transfers has been made").containsExactlyInAnyOrder(true, false);
        assertThat(bank.balance("Ben")).isZero();
        assertThat(bank.balance("Ada")).isEqualTo(moved[0] ? money : 0);
        assertThat(bank.balance("Cleo")).isEqualTo(moved[1] ? money : 0);
    }

    @Check(points = 20, property = LIVENESS)
    void oppositeTransfersBothEnd() {
        var bank = new Bank(Map.of(SIBLINGS, 20L, TEHERAN, 20L));
        long there = anAmount();
        long back = anAmount();
        boolean[] moved = new boolean[2];

        together(
                () -> moved[0] = bank.transfer(SIBLINGS, TEHERAN, there),
                () -> moved[1] = bank.transfer(TEHERAN, SIBLINGS, back));

        assertThat(moved).as("both transfers have been made").containsExactly(true, true);
        assertThat(bank.balance(SIBLINGS)).isEqualTo(20 - there + back);
    }

    @Check(points = 15, property = SAFETY)
    void theTotalIsTrueAtEveryMoment() {
        var bank = new Bank(Map.of("Ada", 20L, "Ben", 20L));
        long there = anAmount();
        long back = anAmount();

        together(
                () -> {
                    bank.transfer("Ada", "Ben", there);
                    bank.transfer("Ben", "Ada", back);
                },
                () -> assertThat(bank.total()).as("total() while money moves").isEqualTo(40));
    }

    @Check(points = 10, property = LIVENESS)
    void aTransferToTheSameAccountChangesNothing() {
        long money = anAmount();
        var bank = new Bank(Map.of("Ada", money, "Ben", 1L));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(bank.transfer("Ada", "Ada", money)).as("a transfer of all there is").isTrue();
                    assertThat(bank.balance("Ada")).isEqualTo(money);
                    assertThat(bank.transfer("Ada", "Ada", money + 1)).as("a transfer of more than there is").isFalse();
                    assertThat(bank.balance("Ada")).isEqualTo(money);
                });
        together(() -> assertThat(bank.transfer("Ada", "Ben", money)).as("the next transfer").isTrue());
    }

    @Check(points = 5, property = SAFETY)
    void anyoneMayLookAtAnyTime() {
        long amount = anAmount();
        var bank = new Bank(Map.of("Ada", 20L, "Ben", 0L));

        together(
                () -> bank.transfer("Ada", "Ben", amount),
                () -> {
                    assertThat(bank.balance("Ada")).isIn(20L, 20 - amount);
                    assertThat(bank.balance("Ben")).isIn(0L, amount);
                });
    }

    private long anAmount() {
        return 5 + random.nextInt(10);
    }
}
