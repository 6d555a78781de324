package findtherace;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A test of your test. */
class TallyTestTest {

    /** Right: one lock guards everything. */
    private static class Locked implements Tally {
        private final List<Integer> history = new ArrayList<>();
        private int count;

        @Override
        public synchronized void add(int n) {
            count += n;
            history.add(n);
        }

        @Override
        public synchronized int takeUpTo(int n) {
            int taken = Math.min(n, count);
            count -= taken;
            return taken;
        }

        @Override
        public synchronized int count() {
            return count;
        }

        @Override
        public synchronized List<Integer> history() {
            return List.copyOf(history);
        }
    }

    /** Broken for everybody who looks: it forgets what is added. */
    private static final class Forgetful extends Locked {
        @Override
        public synchronized void add(int n) {}
    }

    /** Broken, and one thread can see it: it gives more than there is. */
    private static final class Generous extends Locked {
        @Override
        public synchronized int takeUpTo(int n) {
            super.takeUpTo(n);
            return n;
        }
    }

    @Test
    void holdsInFrontOfARightCounter() {
        assertThatCode(() -> new TallyTest().examine(new Locked())).as("your test, in front of a right counter").doesNotThrowAnyException();
    }

    @Test
    void failsInFrontOfAForgetfulOne() {
        assertThatThrownBy(() -> new TallyTest().examine(new Forgetful()), "your test, in front of a counter that forgets what is added")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void failsInFrontOfAGenerousOne() {
        assertThatThrownBy(() -> new TallyTest().examine(new Generous()), "your test, in front of a counter that gives more than there is")
                .isInstanceOf(AssertionError.class);
    }
}
