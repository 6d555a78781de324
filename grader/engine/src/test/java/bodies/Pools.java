package bodies;

import static bodies.Together.same;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Thread pools, {@link CompletableFuture}, fork-join tasks and parallel streams. */
final class Pools {
    private Pools() {}

    @Right
    static void addsTheResultsOfAFixedPool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<Integer> a = pool.submit(() -> 1);
        Future<Integer> b = pool.submit(() -> 2);
        same(3, a.get() + b.get());
        pool.shutdown();
    }

    @Wrong(Kind.DATA_RACE)
    static void addsInTheTasksOfAFixedPool() throws Exception {
        addInTasks(Executors.newFixedThreadPool(2));
    }

    @Right
    static void addsInTheTasksOfASingleWorker() throws Exception {
        same(2, addInTasks(Executors.newSingleThreadExecutor()));
    }

    @Wrong(Kind.DATA_RACE)
    static void addsInTheTasksOfACachedPool() throws Exception {
        addInTasks(Executors.newCachedThreadPool());
    }

    private static int addInTasks(ExecutorService pool) throws Exception {
        Cell cell = new Cell();
        Future<?> a = pool.submit(() -> {
            cell.value++;
        });
        Future<?> b = pool.submit(() -> {
            cell.value++;
        });
        a.get();
        b.get();
        pool.shutdown();
        return cell.value;
    }

    @Right
    static void readsWhatAFutureHasWritten() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        Cell cell = new Cell();
        pool.submit(() -> cell.value = 1).get();
        same(1, cell.value);
        pool.shutdown();
    }

    @Wrong(Kind.DATA_RACE)
    static void readsBeforeTheFutureIsDone() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        Cell cell = new Cell();
        pool.submit(() -> cell.value = 1);
        yes(cell.value >= 0, "negative");
        pool.shutdown();
    }

    @Right
    static void nestsTasksInTwoWorkers() throws Exception {
        nest(Executors.newFixedThreadPool(2));
    }

    @Wrong(Kind.DEADLOCK)
    static void nestsTasksInOneWorker() throws Exception {
        nest(Executors.newSingleThreadExecutor());
    }

    private static void nest(ExecutorService pool) throws Exception {
        same(1, pool.submit(() -> pool.submit(() -> 1).get()).get());
        pool.shutdown();
    }

    @Right
    static void learnsOfAFailureFromTheFuture() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        Future<Integer> future = pool.submit((Callable<Integer>) () -> {
            throw new UnsupportedOperationException("planned");
        });
        try {
            future.get();
            throw new AssertionError("it failed");
        } catch (ExecutionException e) {
            yes(e.getCause() instanceof UnsupportedOperationException, "another cause");
        }
        pool.shutdown();
    }

    @Wrong(Kind.EXCEPTION)
    static void failsInAnExecutedTask() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.execute(() -> {
            throw new UnsupportedOperationException("unplanned");
        });
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.SECONDS);
    }

    @Wrong(Kind.EXCEPTION)
    static void submitsAfterTheShutdown() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.shutdown();
        pool.submit(() -> 1);
    }

    @Right
    static void awaitsTheEndOfAPool() throws Exception {
        Cell cell = new Cell();
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.execute(() -> cell.value = 1);
        pool.shutdown();
        yes(pool.awaitTermination(1, TimeUnit.MINUTES), "not ended");
        same(1, cell.value);
    }

    @Wrong(Kind.ASSERTION)
    static void awaitsTheEndOfAPoolThatGoesOn() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.execute(() -> {});
        yes(pool.awaitTermination(1, TimeUnit.MINUTES), "not ended");
    }

    @Right
    static void invokesAll() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        int sum = 0;
        for (Future<Integer> future : pool.invokeAll(List.<Callable<Integer>>of(() -> 1, () -> 2))) {
            sum += future.get();
        }
        same(3, sum);
        pool.shutdown();
    }

    @Wrong(Kind.ASSERTION)
    static void invokesAnyForTheFirst() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        same(1, pool.invokeAny(List.<Callable<Integer>>of(() -> 1, () -> 2)));
        pool.shutdown();
    }

    @Right
    static void schedulesOneAfterTheOther() throws Exception {
        same(2, scheduleTwo(1));
    }

    @Wrong(Kind.DATA_RACE)
    static void schedulesSideBySide() throws Exception {
        scheduleTwo(2);
    }

    private static int scheduleTwo(int workers) throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(workers);
        Cell cell = new Cell();
        Future<?> a = pool.schedule(() -> cell.value++, 10, TimeUnit.MILLISECONDS);
        Future<?> b = pool.schedule(() -> cell.value++, 10, TimeUnit.MILLISECONDS);
        a.get();
        b.get();
        pool.shutdown();
        return cell.value;
    }

    @Right
    static void repeatsAtARate() throws Exception {
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch beats = new CountDownLatch(3);
        pool.scheduleAtFixedRate(beats::countDown, 0, 1, TimeUnit.SECONDS);
        beats.await();
        pool.shutdownNow();
    }

    @Wrong(Kind.DEADLOCK)
    static void repeatsUntilItFails() throws Exception {
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch beats = new CountDownLatch(3);
        pool.scheduleAtFixedRate(() -> {
            beats.countDown();
            throw new UnsupportedOperationException("and never again");
        }, 0, 1, TimeUnit.SECONDS);
        beats.await();
    }

    // ---- CompletableFuture

    @Right
    static void combinesStages() throws Exception {
        CompletableFuture<Integer> a = CompletableFuture.supplyAsync(() -> 1);
        CompletableFuture<Integer> b = CompletableFuture.supplyAsync(() -> 2);
        same(3, a.thenCombine(b, Integer::sum).join());
    }

    @Wrong(Kind.DATA_RACE)
    static void countsInStages() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Cell cell = new Cell();
        CompletableFuture<Void> a = CompletableFuture.runAsync(() -> cell.value++, pool);
        CompletableFuture<Void> b = CompletableFuture.runAsync(() -> cell.value++, pool);
        CompletableFuture.allOf(a, b).join();
        pool.shutdown();
    }

    @Right
    static void readsAfterJoiningAStage() throws Exception {
        Cell cell = new Cell();
        CompletableFuture.runAsync(() -> cell.value++).join();
        same(1, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void readsWithoutJoiningAStage() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Cell cell = new Cell();
        CompletableFuture<Void> stage = CompletableFuture.runAsync(() -> cell.value++, pool);
        yes(cell.value >= 0, "negative");
        stage.join();
        pool.shutdown();
    }

    @Right
    static void recoversInAStage() throws Exception {
        same(7, CompletableFuture.supplyAsync(() -> Integer.parseInt("x")).exceptionally(e -> 7).join());
    }

    @Wrong(Kind.EXCEPTION)
    static void joinsAFailedStage() throws Exception {
        CompletableFuture.supplyAsync(() -> Integer.parseInt("x")).join();
    }

    @Right
    static void completesByHand() throws Exception {
        CompletableFuture<Integer> promise = new CompletableFuture<>();
        Together.start(() -> promise.complete(1));
        same(1, promise.get());
    }

    @Wrong(Kind.DEADLOCK)
    static void completesNever() throws Exception {
        CompletableFuture<Integer> promise = new CompletableFuture<>();
        Together.start(() -> promise.isDone());
        promise.get();
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheFirstOfTwo() throws Exception {
        CompletableFuture<Integer> promise = new CompletableFuture<>();
        Together.run(() -> promise.complete(1), () -> promise.complete(2));
        same(1, promise.join());
    }

    // ---- fork and join

    static final class Sum extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;
        final int from;
        final int to;
        transient int result;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) {
                result = from;
            } else {
                Sum left = new Sum(from, (from + to) / 2);
                Sum right = new Sum((from + to) / 2, to);
                left.fork();
                result = right.compute() + left.join();
            }
            return result;
        }
    }

    static final class Hasty extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;
        final int depth;
        transient int result;

        Hasty(int depth) {
            this.depth = depth;
        }

        @Override
        protected Integer compute() {
            if (depth == 0) {
                result = 1;
            } else {
                Hasty child = new Hasty(depth - 1);
                child.fork();
                result = child.result;
                child.join();
            }
            return result;
        }
    }

    @Right(schedules = 20)
    static void joinsWhatItForked() throws Exception {
        same(6, new ForkJoinPool(2).invoke(new Sum(0, 4)));
    }

    @Wrong(value = Kind.DATA_RACE, slow = true)
    static void readsWhatItForkedBeforeJoining() throws Exception {
        new ForkJoinPool(2).invoke(new Hasty(1));
    }

    // ---- parallel streams

    @Right
    static void reducesInParallel() throws Exception {
        same(10, IntStream.range(0, 5).parallel().sum());
    }

    @Wrong(Kind.DATA_RACE)
    static void collectsInParallelByHand() throws Exception {
        List<Integer> list = new ArrayList<>();
        IntStream.range(0, 4).parallel().forEach(list::add);
    }

    @Right
    static void countsInParallelAtomically() throws Exception {
        AtomicInteger count = new AtomicInteger();
        IntStream.range(0, 3).parallel().forEach(i -> count.addAndGet(i));
        same(3, count.get());
    }

    @Wrong(value = Kind.DATA_RACE, slow = true)
    static void countsInParallelInAnArray() throws Exception {
        int[] count = new int[1];
        IntStream.range(0, 3).parallel().forEach(i -> count[0] += i);
    }
}
