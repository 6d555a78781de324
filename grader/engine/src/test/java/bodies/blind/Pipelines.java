package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Work handed from one thread to the next. */
public final class Pipelines {
    private Pipelines() {}

    /**
     * FIFO queue: both pills come after all parcels and each consumer takes exactly one pill, so all parcels are weighed;
     * LongAdder.sum is read after join.
     */
    @Right
    static void pillsPerConsumer() throws Exception {
        final int pill = -1;
        BlockingQueue<Integer> belt = new ArrayBlockingQueue<>(2);
        LongAdder total = new LongAdder();
        Together.Act consumer = () -> {
            int sum = 0;
            for (int weight = belt.take(); weight != pill; weight = belt.take()) {
                sum += weight;
            }
            total.add(sum);
        };
        Together.run(consumer, consumer, () -> {
            for (int weight = 3; weight <= 5; weight++) {
                belt.put(weight);
            }
            belt.put(pill);
            belt.put(pill);
        });
        Together.same(12, total.sum());
    }

    /**
     * One job left: both workers see the deque not empty, one polls it, the other's pollFirst gives null and .length()
     * throws NullPointerException.
     */
    @Wrong(Kind.EXCEPTION)
    static void seenThenPolled() throws Exception {
        ConcurrentLinkedDeque<String> jobs = new ConcurrentLinkedDeque<>(List.of("ab", "c", "def"));
        AtomicInteger letters = new AtomicInteger();
        Together.Act worker = () -> {
            while (!jobs.isEmpty()) {
                letters.addAndGet(jobs.pollFirst().length());
            }
        };
        Together.run(worker, worker);
        Together.same(6, letters.get());
    }

    /**
     * The three stages depend on each other, so each add happens-before the next stage and the last one before join
     * returns; the plain list is never used by two at once.
     */
    @Right
    static void stagesInARow() throws Exception {
        List<String> log = new ArrayList<>();
        CompletableFuture<Void> all = CompletableFuture
                .runAsync(() -> log.add("read"))
                .thenRunAsync(() -> log.add("parse"))
                .thenRunAsync(() -> log.add("store"));
        all.join();
        Together.yes(log.equals(List.of("read", "parse", "store")), "log " + log);
    }

    /**
     * Both dependent stages start once the base is complete and run side by side on pool threads; their ArrayList.add
     * calls are not ordered.
     */
    @Wrong(Kind.DATA_RACE)
    static void stagesSideBySide() throws Exception {
        List<String> log = new ArrayList<>();
        CompletableFuture<String> base = CompletableFuture.supplyAsync(() -> "page");
        CompletableFuture<Void> index = base.thenAcceptAsync(page -> log.add("index " + page));
        CompletableFuture<Void> thumb = base.thenAcceptAsync(page -> log.add("thumb " + page));
        CompletableFuture.allOf(index, thumb).join();
        Together.same(2, log.size());
    }

    /**
     * Both chapters occupy the two workers before either's page job was given a worker; both page jobs stay in the queue
     * and both chapters wait in get for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void pagesInTheSamePool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> one = pool.submit(() -> pool.submit(() -> 10).get() + 1);
            Future<Integer> two = pool.submit(() -> pool.submit(() -> 20).get() + 2);
            Together.same(33, one.get() + two.get());
        } finally {
            pool.shutdown();
        }
    }

    private static final class Squares extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;
        private final int[] numbers;
        private final int from;
        private final int to;

        Squares(int[] numbers, int from, int to) {
            this.numbers = numbers;
            this.from = from;
            this.to = to;
        }

        @Override protected Integer compute() {
            if (to - from == 1) {
                numbers[from] = numbers[from] * numbers[from];
                return numbers[from];
            }
            int middle = (from + to) >>> 1;
            Squares left = new Squares(numbers, from, middle);
            left.fork();
            int right = new Squares(numbers, middle, to).compute();
            int sum = left.join() + right;
            int again = 0;
            for (int i = from; i < to; i++) {
                again += numbers[i];
            }
            Together.same(sum, again);
            return sum;
        }
    }

    /**
     * Each element is written by one leaf only; a parent reads its range after the fork was joined and its own half was
     * computed; joining a subtask in a ForkJoinPool of two helps or runs it, so no starvation.
     */
    @Right
    static void forkedHalves() throws Exception {
        int[] numbers = {1, 2, 3, 4};
        ForkJoinPool pool = new ForkJoinPool(2);
        int sum = pool.invoke(new Squares(numbers, 0, numbers.length));
        pool.shutdown();
        Together.same(30, sum);
        Together.same(16, numbers[3]);
    }

    /**
     * Each buffer belongs to one thread at a time; what precedes exchange in one thread happens-before what follows it in
     * the partner; both do exactly two exchanges.
     */
    @Right
    static void swappedBuffers() throws Exception {
        Exchanger<int[]> counter = new Exchanger<>();
        Thread filler = Together.start(() -> {
            int[] mine = new int[2];
            for (int round = 1; round <= 2; round++) {
                mine[0] = round;
                mine[1] = round * 10;
                mine = counter.exchange(mine);
            }
        });
        int[] mine = new int[2];
        int sum = 0;
        for (int round = 1; round <= 2; round++) {
            mine = counter.exchange(mine);
            Together.same(round * 10, mine[1]);
            sum += mine[0] + mine[1];
            mine[0] = -1;
            mine[1] = -1;
        }
        filler.join();
        Together.same(33, sum);
    }

    /**
     * A job given to execute before shutdownNow is either run (the increment ignores interrupts) or handed back in the
     * list, never both or neither; the counter is read after termination.
     */
    @Right
    static void handedBackOrDone() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            pool.execute(done::incrementAndGet);
        }
        int handedBack = pool.shutdownNow().size();
        while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
            Thread.yield();
        }
        Together.same(3, done.get() + handedBack);
    }

    /**
     * Main shuts the pool down before the first job has given its follow-up to it: execute throws
     * RejectedExecutionException in the worker, which was itself started by execute, so it reaches the end of that thread.
     */
    @Wrong(Kind.EXCEPTION)
    static void followUpAfterShutdown() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        AtomicInteger mails = new AtomicInteger();
        pool.execute(() -> {
            mails.incrementAndGet();
            pool.execute(mails::incrementAndGet);
        });
        pool.shutdown();
        while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
            Thread.yield();
        }
        Together.yes(mails.get() >= 1, "no mail");
    }

    /**
     * Transfer returns when the clerk has received the letter; main may look at the counter before the clerk has
     * incremented it.
     */
    @Wrong(Kind.ASSERTION)
    static void receivedIsNotHandled() throws Exception {
        TransferQueue<String> desk = new LinkedTransferQueue<>();
        AtomicInteger handled = new AtomicInteger();
        Thread clerk = Together.start(() -> {
            String letter = desk.take();
            handled.addAndGet(letter.length());
        });
        desk.transfer("letter");
        Together.same(6, handled.get());
        clerk.join();
    }
}
