package checks;

import static org.assertj.core.api.Assertions.*;
import static telar.check.Checks.*;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import submitted.Counter;
import submitted.Trouble;
import telar.check.Check;
import telar.check.PlannedFailure;
import telar.wire.Diagnosis;
import telar.wire.Property;
import telar.wire.TimeMode;

/** Checks in real time of the harness' own fixtures, each named after what must come out. */
class RealChecks {
    private final Trouble trouble = new Trouble();
    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void prepare() {
        calls.add("before");
    }

    @AfterEach
    void finish() {
        if (calls.contains("fail at the end")) {
            throw new IllegalStateException("failed at the end");
        }
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void passesInRealTime() {
        assertThat(calls).containsExactly("before");
        var counter = new Counter();
        together(counter::incrementRightly, counter::incrementRightly);
        var calls = new AtomicInteger();
        eventually(() -> assertThat(calls.incrementAndGet()).isEqualTo(2));
        assertThat(counter.right()).isEqualTo(2);
        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void findsAWrongResult() {
        assertThat(new Counter().right()).isEqualTo(1);
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void findsItsNameForWhatIsWrong() {
        failing(Diagnosis.NOT_A_DAEMON, () -> assertThat(1).isEqualTo(2));
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void findsTheUncaughtException() throws InterruptedException {
        trouble.failInAThread().join();
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void passesAPlannedFailure() throws InterruptedException {
        var thread = new Thread(() -> { throw new PlannedFailure(); });
        thread.start();
        thread.join();
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void findsAnExceptionThatLies() {
        trouble.throwAnExceptionThatLies();
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void findsAFailureAtTheEnd() {
        calls.add("fail at the end");
    }

    @Check(points = 1, property = Property.BEHAVIOUR, time = TimeMode.REAL)
    void hangs() throws InterruptedException {
        trouble.waitForEver();
    }
}
