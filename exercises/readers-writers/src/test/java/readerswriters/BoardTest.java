package readerswriters;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoardTest {

    @Test
    void aNewTextCanBeRead() {
        Board<String> board = new Board<>("Training on Monday");

        board.write(text -> text + " and Friday");

        assertThat(board.<String>read(text -> text)).isEqualTo("Training on Monday and Friday");
    }

    @Test
    void twoMeetAtTheBoard() throws Exception {
        Board<String> board = new Board<>("Training on Monday");
        CountDownLatch bothAreReading = new CountDownLatch(2);

        var ada = CompletableFuture.supplyAsync(() -> board.read(text -> meet(bothAreReading)));
        var ben = CompletableFuture.supplyAsync(() -> board.read(text -> meet(bothAreReading)));

        assertThat(ada.get(20, SECONDS)).as("Ada has seen Ben read").isTrue();
        assertThat(ben.get(20, SECONDS)).as("Ben has seen Ada read").isTrue();
    }

    @Test
    void twoChangesAreBothThere() throws Exception {
        Board<Integer> visitors = new Board<>(0);

        var ada = CompletableFuture.runAsync(() -> visitors.write(n -> n + 1));
        var ben = CompletableFuture.runAsync(() -> visitors.write(n -> n + 1));
        ada.get(10, SECONDS);
        ben.get(10, SECONDS);

        assertThat(visitors.<Integer>read(n -> n)).isEqualTo(2);
    }

    /** Whether all have come in time. */
    private static boolean meet(CountDownLatch all) {
        all.countDown();
        try {
            return all.await(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
