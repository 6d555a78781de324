package telar.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.compile.Compilation;
import telar.compile.SourceCompiler;

class MutationsTest {

    @Test
    void monitorsAndVolatileFields() {
        assertThat(changes("""
                class A {
                    private volatile boolean done;
                    private final Object lock = new Object();
                    private int a, b;
                    synchronized void all() { a++; }
                    void some() {
                        synchronized (lock) {
                            a++;
                            b++;
                        }
                        done = true;
                    }
                    void both() { synchronized (this) { synchronized (lock) { a++; } } }
                }
                """))
                .containsExactly(
                        "drop-volatile@A.done 2: volatile -> ",
                        "drop-synchronized@A.all 5: synchronized -> ",
                        "drop-synchronized@A.some 7: synchronized (lock) -> ",
                        "shrink-critical-region@A.some 7: synchronized (lock) { a++; b++; } -> a++; synchronized (lock) { b++; }",
                        "shrink-critical-region@A.some#2 7: synchronized (lock) { a++; b++; } -> synchronized (lock) { a++; } b++;",
                        "shift-critical-region@A.some 7: synchronized (lock) { a++; b++; } done = true;"
                                + " -> a++; synchronized (lock) { b++; done = true; }",
                        "exchange-lock@A.some 7: (lock) -> (this)",
                        "split-critical-region@A.some 8:  -> } synchronized (lock) {",
                        "drop-synchronized@A.both 13: synchronized (this) -> ",
                        "exchange-lock@A.both 13: (this) -> (new Object())",
                        "swap-lock-order@A.both 13: (this) -> (lock)",
                        "drop-synchronized@A.both#2 13: synchronized (lock) -> ",
                        "exchange-lock@A.both#2 13: (lock) -> (this)");
    }

    @Test
    void locksAndWhatIsGivenBackInFinally() {
        assertThat(changes("""
                import java.util.concurrent.locks.*;
                class A {
                    private final Lock lock = new ReentrantLock(true);
                    private final ReadWriteLock both = new ReentrantReadWriteLock();
                    private int a;
                    int next() {
                        lock.lock();
                        try {
                            a++;
                            return a;
                        } finally {
                            lock.unlock();
                        }
                    }
                    void write() { both.writeLock().lock(); }
                }
                """))
                .containsExactly(
                        "change-fairness@A.lock 3: true -> false",
                        "drop-lock@A.next 7: lock.lock(); -> ;",
                        "drop-call-lock@A.next 7: lock.lock(); -> ;",
                        "out-of-finally@A.next 8: try { a++; return a; } finally { lock.unlock(); }"
                                + " -> { a++; var result = a; lock.unlock(); return result; }",
                        "split-critical-region@A.next 9:  -> lock.unlock(); lock.lock();",
                        "drop-call-unlock@A.next 12: lock.unlock(); -> ;",
                        "drop-call-lock@A.write 15: both.writeLock().lock(); -> ;",
                        "read-lock-for-write-lock@A.write 15: writeLock -> readLock");
    }

    @Test
    void signalsThreadsAndCounts() {
        assertThat(changes("""
                import java.util.concurrent.*;
                class A {
                    private final Semaphore permits = new Semaphore(2);
                    private boolean ready;
                    synchronized void await() throws InterruptedException {
                        while (!ready) { wait(); }
                        ready = true;
                        notifyAll();
                    }
                    void go(CountDownLatch latch, ExecutorService pool) throws InterruptedException {
                        Thread thread = new Thread(() -> latch.countDown());
                        thread.start();
                        pool.execute(() -> permits.release());
                        thread.join();
                        latch.await(5, TimeUnit.SECONDS);
                        pool.shutdownNow();
                    }
                }
                """).stream().filter(change -> !change.startsWith("drop-synchronized")))
                .containsExactly(
                        "change-count@A.permits 3: 2 -> (2) + 1",
                        "change-count@A.permits#2 3: 2 -> (2) - 1",
                        "if-for-while@A.await 6: while -> if",
                        "drop-call-wait@A.await 6: wait(); -> ;",
                        "sleep-for-wait@A.await 6: wait(); -> Thread.sleep(1000);",
                        "drop-call-notifyAll@A.await 8: notifyAll(); -> ;",
                        "notify-for-notify-all@A.await 8: notifyAll -> notify",
                        "drop-call-countDown@A.go 11: latch.countDown() -> { }",
                        "drop-call-start@A.go 12: thread.start(); -> ;",
                        "run-for-start@A.go 12: start -> run",
                        "run-for-execute@A.go 13: pool.execute(() -> permits.release());"
                                + " -> ((Runnable) (() -> permits.release())).run();",
                        "drop-call-release@A.go 13: permits.release() -> { }",
                        "change-count@A.go 13: permits.release() -> permits.release(2)",
                        "drop-call-join@A.go 14: thread.join(); -> ;",
                        "sleep-for-wait@A.go 14: thread.join(); -> Thread.sleep(1000);",
                        "drop-call-await@A.go 15: latch.await(5, TimeUnit.SECONDS); -> ;",
                        "change-time@A.go 15: 5 -> 2 * (5)",
                        "change-time@A.go#2 15: 5 -> (5) / 2",
                        "drop-call-shutdownNow@A.go 16: pool.shutdownNow(); -> ;",
                        "shutdown-for-shutdown-now@A.go 16: shutdownNow -> shutdown");
    }

    @Test
    void atomicStepsAndCollections() {
        assertThat(changes("""
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                class A {
                    private final AtomicInteger n = new AtomicInteger();
                    private final AtomicReference<String> s = new AtomicReference<>();
                    private final Map<String, Integer> map = new ConcurrentHashMap<>();
                    private final List<String> list = Collections.synchronizedList(new ArrayList<>());
                    int next() { return n.incrementAndGet(); }
                    boolean first(String me) { return s.compareAndSet(null, me); }
                    void add(BlockingQueue<String> queue) throws InterruptedException {
                        queue.put("a");
                        queue.take();
                    }
                }
                """))
                .containsExactly(
                        "plain-collection@A.map 7: ConcurrentHashMap -> java.util.HashMap",
                        "plain-collection@A.list 8: Collections.synchronizedList(new ArrayList<>()) -> new ArrayList<>()",
                        "two-steps-for-one@A.next 9: n.incrementAndGet() -> inTwoSteps(n, n -> n + 1)",
                        "two-steps-for-one@A.first 10: s.compareAndSet(null, me) -> inTwoSteps(s, null, me)",
                        "offer-for-put@A.add 12: put -> offer",
                        "poll-for-take@A.add 13: take -> poll");
    }

    @Test
    void tasksPoolsAndFutures() {
        assertThat(changes("""
                import java.util.concurrent.*;
                class A {
                    final ExecutorService pool = Executors.newFixedThreadPool(2);
                    interface Kitchen { CompletableFuture<String> brew(); }
                    CompletableFuture<String> serve(Kitchen kitchen, CompletableFuture<Integer> other) {
                        pool.submit(() -> 1);
                        other.handle((n, e) -> "x");
                        return kitchen.brew().exceptionally(e -> "tea").completeOnTimeout("water", 5, TimeUnit.SECONDS);
                    }
                }
                """))
                .containsExactly(
                        "change-pool-size@A.pool 3: 2 -> (2) + 1",
                        "change-pool-size@A.pool#2 3: 2 -> (2) - 1",
                        "wait-at-once@A.serve 6: pool.submit(() -> 1) -> waitedFor(pool.submit(() -> 1))",
                        "drop-stage-handle@A.serve 7: other.handle((n, e) -> \"x\") -> other",
                        "drop-stage-completeOnTimeout@A.serve 8:"
                                + " kitchen.brew().exceptionally(e -> \"tea\").completeOnTimeout(\"water\", 5… "
                                + "-> kitchen.brew().exceptionally(e -> \"tea\")",
                        "drop-stage-exceptionally@A.serve 8: kitchen.brew().exceptionally(e -> \"tea\") -> kitchen.brew()",
                        "wait-at-once@A.serve#2 8: kitchen.brew() -> waitedFor(kitchen.brew())",
                        "change-time@A.serve 8: 5 -> 2 * (5)",
                        "change-time@A.serve#2 8: 5 -> (5) / 2");
    }

    @Test
    void waitedForCompiles(@TempDir Path folder) {
        List<Mutation> mutations = Mutations.of(Map.of("A.java", """
                import java.util.concurrent.*;
                class A {
                    Future<Integer> a(ExecutorService pool) { return pool.submit(() -> 1); }
                    void b(ExecutorService pool) { pool.submit(() -> { }); }
                    CompletableFuture<String> c() { return CompletableFuture.supplyAsync(() -> "c").thenApply(s -> s + s); }
                }
                """), Map.of(), 17);

        assertThat(mutations).hasSize(3).allSatisfy(mutation -> assertThat(
                        new SourceCompiler().compile(mutation.sources(), List.of(), 17, folder.resolve(mutation.id())))
                .isInstanceOf(Compilation.Compiled.class));
    }

    @Test
    void placesAreNamedByClassAndMember() {
        Set<String> ids = new TreeSet<>();
        Mutations.of(Map.of("A.java", """
                class A {
                    A(Object o) { synchronized (o) { o.notify(); } }
                    class B { Runnable r = () -> { synchronized (this) { notify(); } }; }
                }
                """), Map.of(), 17).forEach(mutation -> ids.add(mutation.id()));

        assertThat(ids).contains("drop-synchronized@A.new", "drop-call-notify@A.new", "drop-synchronized@A.B.r", "drop-call-notify@A.B.r");
    }

    @Test
    void aMethodThatIsOnlyCalledLikeOneOfTheJdkIsLeftAlone() {
        assertThat(changes("class A { void release() {} void notify(int who) {} void go() { release(); notify(1); } }")).isEmpty();
    }

    @Test
    void filesThatStudentsDoNotEditAreNeededButNotChanged() {
        List<Mutation> mutations = Mutations.of(
                Map.of("A.java", "class A { synchronized int a() { return B.b(); } }"),
                Map.of("B.java", "class B { static synchronized int b() { return 1; } }"),
                17);

        assertThat(mutations).singleElement().satisfies(mutation -> {
            assertThat(mutation.operator()).isEqualTo("drop-synchronized");
            assertThat(mutation.sources()).containsExactly(Map.entry("A.java", "class A {  int a() { return B.b(); } }"));
        });
    }

    @Test
    void aProgramThatDoesNotCompileHasNoMutations() {
        assertThat(changes("class A { synchronized void a() { return 1; } }")).isEmpty();
    }

    @Test
    void inTwoStepsCompiles(@TempDir Path folder) {
        List<Mutation> mutations = Mutations.of(Map.of("A.java", """
                import java.util.concurrent.atomic.*;
                class A {
                    final AtomicLong n = new AtomicLong();
                    final AtomicBoolean b = new AtomicBoolean();
                    final AtomicReference<String> s = new AtomicReference<>();
                    long a() { return n.getAndAdd(2) + n.updateAndGet(x -> 2 * x) + n.decrementAndGet(); }
                    boolean b() { return b.compareAndSet(false, true) && s.compareAndSet("a", "b") && n.compareAndSet(1, 2); }
                }
                """), Map.of(), 17);

        assertThat(mutations).hasSize(6).allSatisfy(mutation -> assertThat(
                        new SourceCompiler().compile(mutation.sources(), List.of(), 17, folder.resolve(mutation.id())))
                .isInstanceOf(Compilation.Compiled.class));
    }

    private static List<String> changes(String source) {
        return Mutations.of(Map.of("A.java", source), Map.of(), 17).stream()
                .map(mutation -> mutation.id() + " " + mutation.line() + ": " + mutation.before() + " -> " + mutation.after())
                .toList();
    }
}
