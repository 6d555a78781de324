package overlappingio;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import telar.check.Check;
import telar.check.Rendezvous;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** The papers answer after seconds of virtual time, so nobody waits for real. */
class PagesChecks {

    private final Random random = new Random(seed());

    @Check(points = 20, property = Property.BEHAVIOUR)
    void eachPageLiesUnderItsOwnAddress() throws Exception {
        List<URI> papers = papers(2);
        Fetcher fetcher = address -> {
            letTimePass(Duration.ofSeconds(address.equals(papers.get(0)) ? 10 : 1));
            return pageOf(address);
        };

        Map<URI, String> review = Pages.fetchAll(papers, fetcher);
        Map<URI, String> nothing = Pages.fetchAll(List.of(), fetcher);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    for (URI paper : papers) {
                        assertThat(review.get(paper)).as("the page of " + paper).isEqualTo(pageOf(paper));
                    }
                    assertThat(review.size()).as("number of pages").isEqualTo(2);
                    assertThat(nothing.size()).as("number of pages for no addresses").isZero();
                });
    }

    /** Few runs: the clock decides the order of arrival, and it is the same in all of them. */
    @Check(points = 10, property = Property.BEHAVIOUR, schedules = 300)
    void theMapListsThePagesInTheOrderOfTheList() throws Exception {
        List<URI> papers = papers(3);
        Fetcher fetcher = address -> {
            letTimePass(Duration.ofSeconds(10 - papers.indexOf(address)));
            return pageOf(address);
        };

        List<URI> listed = new ArrayList<>(Pages.fetchAll(papers, fetcher).keySet());

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(listed).as("addresses, as the map lists them").isEqualTo(papers));
    }

    @Check(points = 20, property = Property.PARALLELISM)
    void twoPagesCostTheTimeOfTheSlowerOne() throws Exception {
        Rendezvous bothOnTheirWay = rendezvousOf(2);
        List<URI> papers = papers(2);
        Fetcher fetcher = address -> {
            bothOnTheirWay.meet();
            letTimePass(Duration.ofSeconds(address.equals(papers.get(0)) ? 2 : 3));
            return pageOf(address);
        };
        VirtualTime time = virtualTime();

        Pages.fetchAll(papers, fetcher);

        failing(Diagnosis.NOT_PARALLEL, () -> assertThat(time).tookAtMost(Duration.ofMillis(3_500)));
    }

    /** Few runs: what is looked at is the clock, and it shows the same in all of them. */
    @Check(points = 10, property = Property.PARALLELISM, schedules = 60)
    void manyPagesNeedNoMoreTimeThanTwo() throws Exception {
        List<URI> papers = papers(9);
        Fetcher fetcher = address -> {
            letTimePass(Duration.ofSeconds(2));
            return pageOf(address);
        };
        VirtualTime time = virtualTime();

        Pages.fetchAll(papers, fetcher);

        failing(Diagnosis.NOT_PARALLEL, () -> assertThat(time).tookAtMost(Duration.ofMillis(2_500)));
    }

    @Check(points = 15, property = Property.SAFETY)
    void aMissingPageIsNotPassedOver() throws Exception {
        List<URI> papers = papers(2);
        URI missing = papers.get(random.nextInt(2));
        IOException noAnswer = new IOException("no answer from " + missing);

        Throwable told = failureOf(papers, missing, noAnswer);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(told).as("what fetchAll throws").isInstanceOf(IOException.class);
                    assertThat(causes(told).stream().anyMatch(cause -> cause == noAnswer))
                            .as("it is, or has as its cause, what fetch threw")
                            .isTrue();
                });
    }

    @Check(points = 10, property = Property.SAFETY)
    void twoReviewsDoNotMixTheirPages() {
        List<URI> papers = papers(2);
        List<URI> mine = List.of(papers.get(0));
        List<URI> yours = List.of(papers.get(1));
        List<Map<URI, String>> myReview = new ArrayList<>();
        List<Map<URI, String>> yourReview = new ArrayList<>();

        together(
                () -> myReview.add(Pages.fetchAll(mine, PagesChecks::pageOf)),
                () -> yourReview.add(Pages.fetchAll(yours, PagesChecks::pageOf)));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(new ArrayList<>(myReview.get(0).keySet())).as("my pages").isEqualTo(mine);
                    assertThat(new ArrayList<>(yourReview.get(0).keySet())).as("your pages").isEqualTo(yours);
                });
    }

    @Check(points = 15, property = Property.CLEANUP)
    void nobodyKeepsWaiting() throws Exception {
        List<URI> papers = papers(1);

        failureOf(papers, URI.create("https://nowhere.example/"), new IOException());
        assertThat(threads()).noneLeftBehind();

        failureOf(papers, papers.get(0), new IOException("no answer"));
        assertThat(threads()).noneLeftBehind();
    }

    private List<URI> papers(int number) {
        List<URI> papers = new ArrayList<>();
        int day = random.nextInt(1_000);
        for (int i = 1; i <= number; i++) {
            papers.add(URI.create("https://paper" + i + ".example/day" + day));
        }
        return papers;
    }

    private static String pageOf(URI address) {
        return "front page of " + address;
    }

    /** What fetchAll throws when one address gives no answer, or null. */
    private static Throwable failureOf(List<URI> papers, URI missing, IOException noAnswer) {
        try {
            Pages.fetchAll(papers, address -> {
                if (address.equals(missing)) {
                    throw noAnswer;
                }
                return pageOf(address);
            });
            return null;
        } catch (Exception thrown) {
            return thrown;
        }
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable t = thrown; t != null && causes.size() < 10; t = t.getCause()) {
            causes.add(t);
        }
        return causes;
    }
}
