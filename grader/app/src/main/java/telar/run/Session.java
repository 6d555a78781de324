package telar.run;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import telar.wire.Fact;
import telar.wire.FactReader;
import telar.wire.Observation;
import telar.wire.Plan;
import telar.wire.Plan.PlannedCheck;
import telar.wire.WireException;

/** One plan and what a child JVM says of it, to the last fact. Used once, by one thread. */
final class Session {
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Duration patience;
    private final Plan plan;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private String running = "";
    private boolean ready;
    private boolean finished;
    private String jdk = "";

    Session(
            Duration patience, Path submission, List<Path> checkFolders, List<Path> prepared, List<PlannedCheck> planned, long seed) {
        this.patience = patience;
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        this.plan =
                new Plan(
                        key,
                        seed,
                        submission.toAbsolutePath().toString(),
                        absolute(checkFolders),
                        absolute(prepared),
                        planned);
    }

    private static List<String> absolute(List<Path> folders) {
        return folders.stream().map(folder -> folder.toAbsolutePath().toString()).toList();
    }

    /** What becomes of the checks in a child that is started for them alone; those that it does not come to are absent. */
    Map<String, Outcome> runFresh(List<Path> classPath, List<String> jvmArguments) {
        try (Child child = Child.start(classPath, jvmArguments, false)) {
            return run(child);
        } catch (IOException e) {
            failAll(new Outcome.NotStarted("no child JVM could be started: " + e.getMessage()));
            return outcomes;
        }
    }

    /** What became of the checks that the child came to; the others are absent. */
    Map<String, Outcome> run(Child child) {
        try {
            child.take(plan);
            Optional<SocketChannel> facts = child.facts();
            if (facts.isEmpty()) {
                failAll(new Outcome.NotStarted("the child JVM did not start: " + child.printed()));
            } else {
                listen(facts.get(), child);
            }
        } catch (IOException e) {
            // The child closed its standard input or its socket: it is dead or dying.
            ended(e, child);
        }
        return outcomes;
    }

    /** Whether the child came to the end of its plan and had something to say of every check: it can take another plan. */
    boolean endedWell() {
        return finished && plan.planned().stream().allMatch(check -> plain(outcomes.get(check.id())));
    }

    /** Whether the child judged the check. */
    static boolean plain(Outcome outcome) {
        return outcome instanceof Outcome.Observed observed
                && observed.observation().outcome() != Observation.Outcome.NOT_JUDGED;
    }

    // ---- facts

    /** A fact, the end of all facts (empty), or why they cannot be believed. */
    private record Message(Optional<Fact> fact, IOException broken) {}

    private void listen(SocketChannel channel, Child child) throws IOException {
        BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(channel, messages), "telar-facts");
        reader.setDaemon(true);
        reader.start();
        try {
            Duration limit = Child.START;
            while (true) {
                Message message = messages.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (message == null) {
                    hung(limit, child, messages);
                    return;
                }
                if (message.broken != null) {
                    ended(message.broken, child);
                    return;
                }
                if (message.fact.isEmpty() || believe(message.fact.get())) {
                    return;
                }
                limit = running.isEmpty() ? Child.START : patience;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failAll(new Outcome.NotStarted("grading was interrupted"));
        }
    }

    /** Reads no further than the last fact: what comes after it belongs to the next plan, with another key. */
    private void read(SocketChannel channel, BlockingQueue<Message> messages) {
        FactReader facts = new FactReader(Channels.newInputStream(channel), plan.key()); // the child owns the channel and closes it
        try {
            Optional<Fact> fact;
            do {
                fact = facts.next();
                messages.add(new Message(fact, null));
            } while (fact.isPresent() && !last(fact.get()));
        } catch (IOException e) {
            messages.add(new Message(Optional.empty(), e));
        }
    }

    private static boolean last(Fact fact) {
        return fact instanceof Fact.Finished || fact instanceof Fact.Unfit || fact instanceof Fact.Hanging;
    }

    /** @return whether this was the last fact */
    private boolean believe(Fact fact) {
        if (fact instanceof Fact.Ready r) {
            ready = true;
            jdk = r.jdk();
        } else if (fact instanceof Fact.Unfit unfit) {
            failAll(new Outcome.Unfit(unfit.reason()));
            return true;
        } else if (fact instanceof Fact.Started started) {
            running = started.checkId();
            if (!awaited(running)) {
                settle(new Outcome.Tampered("the JVM began a check that was not its turn: " + running));
                return true;
            }
        } else if (fact instanceof Fact.Observed observed) {
            outcomes.put(running, new Outcome.Observed(observed.observation(), jdk)); // the reader has seen that this one was begun
            running = "";
        } else if (fact instanceof Fact.Hanging hanging) {
            settle(new Outcome.Died("the JVM gave up without being asked: " + hanging.where()));
            return true;
        } else if (fact instanceof Fact.Finished) {
            finished = true;
            if (plan.planned().stream().anyMatch(check -> !outcomes.containsKey(check.id()))) {
                settle(new Outcome.Tampered("the JVM said that it had finished before this check had run"));
            }
            return true;
        }
        return false;
    }

    /** Whether this is the check that the plan puts next. */
    private boolean awaited(String id) {
        return plan.planned().stream()
                .map(PlannedCheck::id)
                .filter(planned -> !outcomes.containsKey(planned))
                .findFirst()
                .filter(id::equals)
                .isPresent();
    }

    private void hung(Duration limit, Child child, BlockingQueue<Message> messages)
            throws IOException, InterruptedException {
        String where = "";
        try {
            child.ask();
            long deadline = System.nanoTime() + LAST_WORDS.toNanos();
            Message last;
            while ((last = messages.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) != null && last.broken == null) {
                if (last.fact.isPresent() && last.fact.get() instanceof Fact.Hanging hanging) {
                    where = hanging.where();
                    break;
                }
            }
        } catch (IOException e) {
            // It cannot even be asked.
        }
        if (!ready) {
            failAll(new Outcome.NotStarted("the child JVM was not ready after " + limit.toSeconds() + " s"));
        } else {
            settle(new Outcome.Hung(limit, where));
        }
    }

    private void ended(IOException broken, Child child) {
        String exit = child.exit();
        if (!ready) {
            failAll(new Outcome.NotStarted("the child JVM ended before it was ready (" + exit + "): " + child.printed()));
            return;
        }
        if (broken instanceof WireException wire && wire.kind() != WireException.Kind.TRUNCATED) {
            settle(new Outcome.Tampered("the JVM said what it had no right to say: " + wire.getMessage()));
        } else {
            settle(new Outcome.Died("the JVM ended while this check ran" + (exit.isEmpty() ? "" : " (" + exit + ")") + ": " + broken.getMessage()));
        }
    }

    /**
     * What became of the check that ran or would have run next: the first one that has no outcome yet, so that every child settles at least
     * one. When all have one it is the last: without its end, what a child said is not complete.
     */
    private void settle(Outcome outcome) {
        List<String> ids = plan.planned().stream().map(PlannedCheck::id).toList();
        ids.stream()
                .filter(id -> !outcomes.containsKey(id))
                .findFirst()
                .or(() -> ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1)))
                .ifPresent(id -> outcomes.put(id, outcome));
    }

    private void failAll(Outcome outcome) {
        plan.planned().forEach(check -> outcomes.putIfAbsent(check.id(), outcome));
    }
}
