package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

public final class Editions {
    private Editions() {}

    /**
     * The plain list is filled before root completes, only read by the two branches, and written again in a stage that
     * depends on both; main reads it after joining that last stage; the failing branch is mended by exceptionally.
     */
    @Right
    public static void diamondEdition() throws Exception {
        ExecutorService desk = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<List<String>> root = CompletableFuture.supplyAsync(() -> {
                List<String> page = new ArrayList<>();
                page.add("lead");
                return page;
            }, desk);
            CompletableFuture<Integer> words = root.thenApplyAsync(page -> page.size() * 10, desk);
            CompletableFuture<Integer> picture = root.<Integer>thenApplyAsync(page -> {
                throw new IllegalStateException("no picture for " + page.get(0));
            }, desk).exceptionally(failed -> 7);
            CompletableFuture<Integer> edition = words.thenCombine(picture, Integer::sum)
                    .whenComplete((sum, failed) -> root.join().add("total " + sum));
            Together.same(17, edition.join());
            Together.yes(root.join().equals(List.of("lead", "total 17")), "page is " + root.join());
        } finally {
            desk.shutdown();
        }
    }

    /**
     * Main waits for the future itself, not for the stage that thenAccept gave; complete() wakes main, which adds to the
     * ArrayList while the reporter's thread runs the dependent page::add.
     */
    @Wrong(Kind.DATA_RACE)
    public static void proofReadAfterFuture() throws Exception {
        CompletableFuture<String> copy = new CompletableFuture<>();
        List<String> page = new ArrayList<>();
        copy.thenAccept(page::add);
        Thread reporter = Together.start(() -> copy.complete("flood in the valley"));
        String story = copy.join();
        page.add("headline of " + story.length() + " letters");
        reporter.join();
        Together.yes(page.contains(story), "story lost");
    }

    /**
     * The first tick may run before scheduleAtFixedRate has returned and the reference is set: self.get() is null, the
     * periodic task dies of a NullPointerException, and main's get() throws ExecutionException.
     */
    @Wrong(Kind.EXCEPTION)
    public static void tickerStopsItself() throws Exception {
        ScheduledThreadPoolExecutor desk = new ScheduledThreadPoolExecutor(1);
        try {
            AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
            AtomicInteger editionsLeft = new AtomicInteger(1);
            self.set(desk.scheduleAtFixedRate(() -> {
                if (editionsLeft.decrementAndGet() <= 0) {
                    self.get().cancel(false);
                }
            }, 0, 5, TimeUnit.MILLISECONDS));
            try {
                self.get().get();
            } catch (CancellationException stopped) {
                Together.same(0, editionsLeft.get());
            }
        } finally {
            desk.shutdown();
        }
    }

    /**
     * The ticker joins a future for its own handle, so it waits till main has stored it; runs of one periodic task do not
     * overlap and happen one before the other, so the plain counter is safe; it cancels before the latch that main awaits,
     * so there are exactly three ticks.
     */
    @Right
    public static void tickerKnowsItsHandle() throws Exception {
        ScheduledThreadPoolExecutor desk = new ScheduledThreadPoolExecutor(2);
        try {
            CompletableFuture<ScheduledFuture<?>> self = new CompletableFuture<>();
            Together.Cell ticks = new Together.Cell();
            CountDownLatch stopped = new CountDownLatch(1);
            self.complete(desk.scheduleWithFixedDelay(() -> {
                ticks.value++;
                if (ticks.value == 3) {
                    self.join().cancel(false);
                    stopped.countDown();
                }
            }, 0, 1, TimeUnit.MILLISECONDS));
            stopped.await();
            Together.same(3, ticks.value);
            Together.yes(self.join().isCancelled(), "not cancelled");
        } finally {
            desk.shutdown();
        }
    }

    /**
     * Timer.cancel does not wait for the task that is running: main reads the plain list while the task, which has let
     * main go on, adds its second line.
     */
    @Wrong(Kind.DATA_RACE)
    public static void editorCancelsTimer() throws Exception {
        Timer press = new Timer("press", true);
        List<String> log = new ArrayList<>();
        CountDownLatch rolling = new CountDownLatch(1);
        press.schedule(new TimerTask() {
            @Override
            public void run() {
                log.add("plates on");
                rolling.countDown();
                log.add("ink on");
            }
        }, 5);
        rolling.await();
        press.cancel();
        int lines = log.size();
        Together.yes(lines == 1 || lines == 2, "log has " + lines);
    }

    /**
     * Set(null) is not remove(): if the third task runs in the worker that ran the second, it gets null and not the
     * initial value.
     */
    @Wrong(Kind.ASSERTION)
    public static void leftoverByline() throws Exception {
        ThreadLocal<String> byline = ThreadLocal.withInitial(() -> "agency");
        ExecutorService desk = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = desk.submit(byline::get);
            Future<String> second = desk.submit(() -> {
                byline.set("Kim");
                try {
                    return "by " + byline.get();
                } finally {
                    byline.set(null);
                }
            });
            Future<String> third = desk.submit(byline::get);
            Together.yes("agency".equals(first.get()), "first");
            Together.yes("by Kim".equals(second.get()), "second");
            Together.yes("agency".equals(third.get()), "third has byline " + third.get());
        } finally {
            desk.shutdown();
        }
    }

    /**
     * ChildValue copies the list in the thread that constructs the child, before it is started, so every thread has a list
     * of its own; the uncaught-exception handler runs in the dying thread and sees that thread's list; main reads the
     * concurrent map after the joins.
     */
    @Right
    public static void inheritedDossier() throws Exception {
        InheritableThreadLocal<List<String>> dossier = new InheritableThreadLocal<>() {
            @Override
            protected List<String> initialValue() {
                return new ArrayList<>();
            }

            @Override
            protected List<String> childValue(List<String> parents) {
                return new ArrayList<>(parents);
            }
        };
        ConcurrentHashMap<String, List<String>> left = new ConcurrentHashMap<>();
        dossier.get().add("brief");
        Thread[] agents = new Thread[2];
        for (int i = 0; i < 2; i++) {
            String name = "agent" + i;
            agents[i] = new Thread(() -> {
                dossier.get().add(name);
                throw new IllegalStateException(name + " is blown");
            }, name);
            agents[i].setUncaughtExceptionHandler((thread, e) -> left.put(thread.getName(), List.copyOf(dossier.get())));
        }
        for (Thread agent : agents) {
            agent.start();
        }
        dossier.get().add("late news");
        for (Thread agent : agents) {
            agent.join();
        }
        Together.yes(dossier.get().equals(List.of("brief", "late news")), "ours " + dossier.get());
        Together.yes(left.equals(Map.of("agent0", List.of("brief", "agent0"), "agent1", List.of("brief", "agent1"))),
                "theirs " + left);
        dossier.remove();
    }

    /** The handler is set after start(): the stringer may have thrown and ended before, so the exception meets no handler. */
    @Wrong(Kind.EXCEPTION)
    public static void handlerTooLate() throws Exception {
        ArrayBlockingQueue<String> wire = new ArrayBlockingQueue<>(1);
        AtomicReference<String> complaint = new AtomicReference<>("none");
        wire.add("old story");
        Thread stringer = new Thread(() -> wire.add("new story"));
        stringer.start();
        stringer.setUncaughtExceptionHandler((thread, e) -> complaint.set(e.getMessage()));
        stringer.join();
        Together.yes(complaint.get() != null, "complaint without text");
        Together.same(1, wire.size());
    }

    /**
     * The interrupt that asks the desk to stop comes while it sleeps over a story: edit() swallows it, the desk goes back
     * to take() from the empty queue, and main joins it for ever.
     */
    @Wrong(Kind.DEADLOCK)
    public static void interruptSwallowed() throws Exception {
        LinkedBlockingQueue<String> wire = new LinkedBlockingQueue<>();
        AtomicInteger edited = new AtomicInteger();
        Thread desk = Together.start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    edit(wire.take(), edited);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        wire.put("flood in the valley");
        desk.interrupt();
        desk.join();
        Together.yes(edited.get() <= 1, "edited twice");
    }

    private static void edit(String story, AtomicInteger edited) {
        try {
            Thread.sleep(story.length());
        } catch (InterruptedException e) {
            // the story goes first
        }
        edited.incrementAndGet();
    }
}
