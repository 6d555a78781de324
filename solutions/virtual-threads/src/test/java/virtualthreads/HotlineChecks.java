package virtualthreads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;
import static telar.wire.Diagnosis.TOO_MANY_AT_ONCE;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.check.VirtualTime;

/** Two or three callers and one or two dictionaries show everything; a dictionary is a plain object. */
class HotlineChecks {

    private final Random random = new Random(seed());

    /** Plain: whoever uses it while somebody else does races. */
    private static final class Dictionary {
        private int lookups;
    }

    @Check(points = 10, property = BEHAVIOUR)
    void answersComeInOrderHoweverSlow() throws Exception {
        int answer = random.nextInt(1_000);
        Question<Dictionary, Integer> slow =
                d -> {
                    letTimePass(Duration.ofMinutes(1));
                    return answer;
                };
        Question<Dictionary, Integer> quick = d -> answer + 1;

        List<Integer> answers = new Hotline<>(Dictionary::new, 2).answerAll(List.of(slow, quick));

        failing(WRONG_RESULT, () -> assertThat(answers).containsExactly(answer, answer + 1));
    }

    @Check(points = 10, property = BEHAVIOUR)
    void everyCallerHasAVirtualThread() throws Exception {
        Question<Dictionary, Thread> question = d -> Thread.currentThread();

        List<Thread> callers = new Hotline<>(Dictionary::new, 1).answerAll(List.of(question, question));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(callers).as("callers in a virtual thread").allMatch(Thread::isVirtual);
                    assertThat(callers).as("each caller's own thread").doesNotHaveDuplicates();
                });
    }

    @Check(points = 15, property = PARALLELISM)
    void callersAskAtTheSameTime() throws Exception {
        var line = rendezvousOf(2);
        Question<Dictionary, String> question =
                d -> {
                    line.meet();
                    return "together";
                };

        assertThat(new Hotline<>(Dictionary::new, 2).answerAll(List.of(question, question))).containsExactly("together", "together");
    }

    @Check(points = 15, property = SAFETY)
    void nobodySharesADictionaryAndNoneIsMadeTwice() throws Exception {
        var made = new AtomicInteger();
        var inUse = new Gauge();
        var hotline =
                new Hotline<>(
                        () -> {
                            made.incrementAndGet();
                            return new Dictionary();
                        },
                        1);
        Question<Dictionary, Integer> question = d -> inUse.aroundCall(() -> ++d.lookups).call();

        List<Integer> lookups = hotline.answerAll(Collections.nCopies(2, question));
        lookups = new ArrayList<>(lookups);
        lookups.addAll(hotline.answerAll(List.of(question)));

        assertThat(inUse).reached(1).neverExceeded(1);
        failing(TOO_MANY_AT_ONCE, () -> assertThat(made.get()).as("dictionaries made").isEqualTo(1));
        List<Integer> all = lookups;
        failing(WRONG_RESULT, () -> assertThat(all).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Check(points = 10, property = SAFETY)
    void twoCallsShareTheDictionaries() {
        var inUse = new Gauge();
        var hotline = new Hotline<>(Dictionary::new, 1);
        Question<Dictionary, Integer> question = d -> inUse.aroundCall(() -> ++d.lookups).call();

        together(() -> hotline.answerAll(List.of(question)), () -> hotline.answerAll(List.of(question)));

        assertThat(inUse).reached(1).neverExceeded(1);
    }

    @Check(points = 10, property = LIVENESS)
    void aCallerWhoIsInterruptedStopsWaiting() throws Exception {
        List<String> heard = new ArrayList<>();
        var hotline = new Hotline<>(Dictionary::new, 1);
        Question<Dictionary, String> endless =
                d -> {
                    Thread.sleep(3_600_000); // ends at once when it is interrupted
                    return "at last";
                };
        var caller =
                new Thread(
                        () -> {
                            try {
                                heard.addAll(hotline.answerAll(List.of(endless)));
                            } catch (InterruptedException e) {
                                heard.add("interrupted");
                            } catch (ExecutionException e) {
                                heard.add("failed");
                            }
                        });

        VirtualTime time = virtualTime();
        caller.start();
        letTimePass(Duration.ofMinutes(1));
        caller.interrupt();
        caller.join();

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(heard).as("what the caller heard").containsExactly("interrupted");
                    assertThat(time).tookAtMost(Duration.ofMinutes(2));
                });
    }

    @Check(points = 10, property = LIVENESS)
    void aQuestionThatThrowsCostsNoDictionaryAndIsNotSwallowed() {
        var asked = new AtomicInteger();
        var hotline = new Hotline<>(Dictionary::new, 1);
        List<Question<Dictionary, Integer>> questions = new ArrayList<>();
        questions.add(
                d -> {
                    throw new PlannedFailure("no such word");
                });
        questions.add(d -> asked.incrementAndGet());

        Throwable thrown = catchThrowable(() -> hotline.answerAll(questions));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(thrown).isInstanceOf(ExecutionException.class).hasRootCauseMessage("no such word");
                    assertThat(asked.get()).as("other questions asked to their end").isEqualTo(1);
                });
    }

    @Check(points = 5, property = SAFETY)
    void theFirstInTheListIsReported() {
        var first = new Error("first in the list");
        List<Question<Dictionary, Boolean>> questions = new ArrayList<>();
        questions.add(
                d -> {
                    throw first;
                });
        questions.add(
                d -> {
                    throw new PlannedFailure("second in the list");
                });

        Throwable thrown = catchThrowable(() -> new Hotline<>(Dictionary::new, 2).answerAll(questions));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(thrown).isInstanceOf(ExecutionException.class);
                    assertThat(thrown.getCause() == first).as("the cause is what the first question in the list threw").isTrue();
                });
    }

    @Check(points = 5, property = LIVENESS)
    void anInterruptedQuestionCostsNoDictionary() throws Exception {
        var gaveUp = new PlannedFailure("I was interrupted");
        var hotline = new Hotline<>(Dictionary::new, 1);
        Question<Dictionary, Integer> interrupted =
                d -> {
                    Thread.currentThread().interrupt();
                    throw gaveUp;
                };
        int answer = random.nextInt(1_000);

        Throwable thrown = catchThrowable(() -> hotline.answerAll(List.of(interrupted)));
        List<Integer> answers = hotline.answerAll(List.of(d -> answer));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(thrown).isInstanceOf(ExecutionException.class);
                    assertThat(thrown.getCause() == gaveUp).as("the cause is what the question threw").isTrue();
                    assertThat(answers).containsExactly(answer);
                });
    }

    @Check(points = 10, property = CLEANUP)
    void nobodyIsStillAskingAfterwards() {
        List<Boolean> done = new ArrayList<>();
        List<Question<Dictionary, Boolean>> questions = new ArrayList<>();
        questions.add(
                d -> {
                    throw new PlannedFailure("first");
                });
        questions.add(
                d -> {
                    letTimePass(Duration.ofMinutes(1));
                    done.add(true); // plain: seen by the caller only if answerAll has waited for it
                    throw new PlannedFailure("second");
                });

        Throwable thrown = catchThrowable(() -> new Hotline<>(Dictionary::new, 2).answerAll(questions));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(thrown).isInstanceOf(ExecutionException.class).hasRootCauseMessage("first");
                    assertThat(done).as("the second question was asked to its end").containsExactly(true);
                });
    }
}
