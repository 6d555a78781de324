package banktransfer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BankTest {

    private final Bank bank = new Bank(Map.of("Ada", 30L, "Ben", 30L, "Cleo", 0L));

    @Test
    void moneyMovesOnlyIfItIsThere() {
        assertThat(bank.transfer("Ada", "Cleo", 20)).isTrue();
        assertThat(bank.transfer("Ada", "Cleo", 20)).isFalse();

        assertThat(bank.balance("Ada")).isEqualTo(10);
        assertThat(bank.balance("Cleo")).isEqualTo(20);
        assertThat(bank.total()).isEqualTo(60);
    }

    @Test
    void whoPaysIntoTheSameAccountIsAsRichAsBefore() {
        assertThat(bank.transfer("Ada", "Ada", 10)).isTrue();

        assertThat(bank.balance("Ada")).as("what Ada has after paying herself 10 of her 30").isEqualTo(30);
    }

    @Test
    void twoFriendsPayEachOtherAtTheSameTime() throws Exception {
        var adaPays = CompletableFuture.supplyAsync(() -> bank.transfer("Ada", "Ben", 5));
        var benPays = CompletableFuture.supplyAsync(() -> bank.transfer("Ben", "Ada", 7));

        assertThat(adaPays.get(10, SECONDS)).isTrue();
        assertThat(benPays.get(10, SECONDS)).isTrue();
        assertThat(bank.balance("Ada")).isEqualTo(32);
        assertThat(bank.balance("Ben")).isEqualTo(28);
    }

    @Test
    void theLastCoinsAreSpentOnce() throws Exception {
        var toBen = CompletableFuture.supplyAsync(() -> bank.transfer("Ada", "Ben", 30));
        var toCleo = CompletableFuture.supplyAsync(() -> bank.transfer("Ada", "Cleo", 30));

        boolean benGotIt = toBen.get(10, SECONDS);
        boolean cleoGotIt = toCleo.get(10, SECONDS);

        assertThat(benGotIt).as("exactly one of the two transfers went through").isNotEqualTo(cleoGotIt);
        assertThat(bank.balance("Ada")).isZero();
    }

    @Test
    void theTotalStaysTheSameWhileMoneyMoves() throws Exception {
        var moving = CompletableFuture.runAsync(() -> bank.transfer("Ada", "Ben", 10));
        var counting = CompletableFuture.supplyAsync(bank::total);

        assertThat(counting.get(10, SECONDS)).isEqualTo(60);
        moving.get(10, SECONDS);
    }
}
