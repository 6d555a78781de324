package pushturns;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.ADVERSARIAL;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import telar.check.Check;
import telar.check.PlannedFailure;

/** Two or three developers show everything that can go wrong between neighbours. */
class TeamChecks {

    private final Random random = new Random(seed());
    private final Repository repository = new Repository();

    /** Counts how often it has worked; a plain number, because who has worked has done so before the push and the return. */
    private static final class Person implements Developer {
        private final String name;
        private final Runnable effort;
        private int timesWorked;

        Person(String name, Runnable effort) {
            this.name = name;
            this.effort = effort;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String work() {
            timesWorked++;
            effort.run();
            return "done";
        }
    }

    @Check(points = 25, property = SAFETY)
    void nobodyIsRejectedAndTheOrderIsKept() throws InterruptedException {
        var ana = quick("Ana");
        var boris = quick("Boris");

        new Team(repository).workAndPush(List.of(ana, boris));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(repository.rejected()).as("rejected pushes").isZero();
                    assertThat(repository.log()).containsExactly("Ana: done", "Boris: done");
                    assertThat(ana.timesWorked).as("how often Ana has worked").isEqualTo(1);
                    assertThat(boris.timesWorked).as("how often Boris has worked").isEqualTo(1);
                });
    }

    @Check(points = 20, property = SAFETY)
    void theOrderIsKeptHoweverLongTheWorkTakes() throws InterruptedException {
        Duration hours = Duration.ofHours(2 + random.nextInt(10));
        var slow = new Person("Ana", () -> letTimePass(hours));
        var slower = new Person("Boris", () -> letTimePass(hours.plusHours(30)));

        new Team(repository).workAndPush(List.of(slow, slower, quick("Chen")));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(repository.rejected()).as("rejected pushes").isZero();
                    assertThat(repository.log()).containsExactly("Ana: done", "Boris: done", "Chen: done");
                });
    }

    @Check(points = 15, property = PARALLELISM)
    void everybodyWorksAtTheSameTime() throws InterruptedException {
        var desk = rendezvousOf(2);

        var ana = new Person("Ana", desk);
        var boris = new Person("Boris", desk);

        new Team(repository).workAndPush(List.of(ana, boris));

        assertThat(repository.log()).hasSize(2);
        assertThat(ana.timesWorked + boris.timesWorked).as("how often somebody has worked").isEqualTo(2);
    }

    @Check(points = 10, property = SAFETY, time = ADVERSARIAL)
    void aSignIsNoMatterOfSeconds() throws InterruptedException {
        new Team(repository).workAndPush(List.of(quick("Ana"), quick("Boris")));

        assertThat(repository.log()).containsExactly("Ana: done", "Boris: done");
    }

    @Check(points = 15, property = LIVENESS)
    void whoFallsIllHoldsUpNobody() throws InterruptedException {
        var ill = ill("Boris");

        new Team(repository).workAndPush(List.of(quick("Ana"), ill, quick("Chen")));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(repository.rejected()).as("rejected pushes").isZero();
                    assertThat(repository.log()).containsExactly("Ana: done", "Chen: done");
                    assertThat(ill.timesWorked).as("how often Boris has tried to work").isEqualTo(1);
                });
    }

    @Check(points = 10, property = LIVENESS)
    void theNextDayWorksAsWell() throws InterruptedException {
        var team = new Team(repository);

        team.workAndPush(List.of(quick("Ana"), quick("Boris")));
        team.workAndPush(List.of(quick("Boris"), quick("Ana")));
        team.workAndPush(List.of(ill("Ana")));
        team.workAndPush(List.of(quick("Boris")));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(repository.rejected()).as("rejected pushes").isZero();
                    assertThat(repository.log()).containsExactly("Ana: done", "Boris: done", "Boris: done", "Ana: done", "Boris: done");
                });
    }

    @Check(points = 5, property = CLEANUP)
    void nobodyStaysAtTheOffice() throws InterruptedException {
        new Team(repository).workAndPush(List.of(quick("Ana"), quick("Boris")));

        letTimePass(Duration.ofMinutes(5)); // a pool may keep idle threads for a while, but not for ever
        assertThat(threads()).noneLeftBehind();
    }

    private static Person ill(String name) {
        return new Person(
                name,
                () -> {
                    throw new PlannedFailure();
                });
    }

    private static Person quick(String name) {
        return new Person(name, () -> {});
    }
}
