package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Queues and maps for several threads. */
final class Queues {
    private Queues() {}

    @Right
    static void takesWhatWasPut() throws Exception {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        run(
                () -> {
                    queue.put(1);
                    queue.put(2);
                },
                () -> {
                    same(1, queue.take());
                    same(2, queue.take());
                });
    }

    @Wrong(Kind.DEADLOCK)
    static void takesOneTooMany() throws Exception {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        run(
                () -> queue.put(1),
                () -> {
                    queue.take();
                    queue.take();
                });
    }

    @Right
    static void endsBothTakers() throws Exception {
        pills(2);
    }

    @Wrong(Kind.DEADLOCK)
    static void endsOneTaker() throws Exception {
        pills(1);
    }

    private static void pills(int pills) throws Exception {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        Together.Act taker = () -> yes(queue.take() == 0, "not the pill");
        run(taker, taker, () -> {
            for (int i = 0; i < pills; i++) {
                queue.put(0);
            }
        });
    }

    @Right
    static void pollsAndLooks() throws Exception {
        Queue<Integer> queue = new ConcurrentLinkedQueue<>(List.of(1));
        AtomicInteger got = new AtomicInteger();
        Together.Act act = () -> {
            if (queue.poll() != null) {
                got.incrementAndGet();
            }
        };
        run(act, act);
        same(1, got.get());
    }

    @Wrong(Kind.EXCEPTION)
    static void looksAndRemoves() throws Exception {
        Queue<Integer> queue = new ConcurrentLinkedQueue<>(List.of(1));
        Together.Act act = () -> {
            if (!queue.isEmpty()) {
                queue.remove();
            }
        };
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void sharesAnArrayDeque() throws Exception {
        Queue<Integer> queue = new ArrayDeque<>();
        run(() -> queue.add(1), queue::poll);
    }

    @Right
    static void handsOver() throws Exception {
        SynchronousQueue<Integer> queue = new SynchronousQueue<>();
        run(() -> queue.put(5), () -> same(5, queue.take()));
    }

    @Wrong(Kind.ASSERTION)
    static void offersToNobody() throws Exception {
        SynchronousQueue<Integer> queue = new SynchronousQueue<>();
        run(() -> yes(queue.offer(5), "nobody was there"), () -> queue.poll(1, TimeUnit.SECONDS));
    }

    @Right
    static void putsWhatItNoLongerTouches() throws Exception {
        BlockingQueue<Cell> queue = new LinkedBlockingDeque<>();
        run(
                () -> {
                    Cell cell = new Cell();
                    cell.value = 1;
                    queue.put(cell);
                },
                () -> same(1, queue.take().value));
    }

    @Wrong(Kind.DATA_RACE)
    static void changesWhatItHasPut() throws Exception {
        BlockingQueue<Cell> queue = new LinkedBlockingDeque<>();
        run(
                () -> {
                    Cell cell = new Cell();
                    queue.put(cell);
                    cell.value = 1;
                },
                () -> yes(queue.take().value >= 0, "negative"));
    }

    @Right
    static void takesTheSmallestFirst() throws Exception {
        PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>();
        run(() -> queue.put(2), () -> queue.put(1));
        same(1, queue.take());
        same(2, queue.take());
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheSmallestBeforeItCame() throws Exception {
        PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>();
        run(() -> queue.put(2), () -> queue.put(1), () -> same(1, queue.take()));
    }

    @Right
    static void transfers() throws Exception {
        LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
        run(() -> queue.transfer(3), () -> same(3, queue.take()));
    }

    @Wrong(Kind.DEADLOCK)
    static void transfersToNobody() throws Exception {
        LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
        run(() -> queue.transfer(3), () -> queue.transfer(4), queue::take);
    }

    record Due(long at) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Due) other).at);
        }
    }

    @Right
    static void takesWhatIsDue() throws Exception {
        DelayQueue<Due> queue = new DelayQueue<>();
        long now = System.nanoTime();
        Due late = new Due(now + 2_000_000);
        Due soon = new Due(now + 1_000_000);
        run(() -> queue.put(late), () -> queue.put(soon));
        yes(queue.take() == soon, "not the first");
        yes(queue.take() == late, "not the second");
        yes(System.nanoTime() >= late.at, "too early");
    }

    // ---- maps

    @Right
    static void mergesCounts() throws Exception {
        Map<String, Integer> words = new ConcurrentHashMap<>();
        Together.Act act = () -> words.merge("oak", 1, Integer::sum);
        run(act, act);
        same(2, words.get("oak"));
    }

    @Wrong(Kind.ASSERTION)
    static void getsThenPuts() throws Exception {
        Map<String, Integer> words = new ConcurrentHashMap<>();
        Together.Act act = () -> words.put("oak", words.getOrDefault("oak", 0) + 1);
        run(act, act);
        same(2, words.get("oak"));
    }

    @Right
    static void computesIfAbsent() throws Exception {
        Map<String, Integer> cache = new ConcurrentHashMap<>();
        AtomicInteger made = new AtomicInteger();
        Together.Act act = () -> cache.computeIfAbsent("elm", k -> made.incrementAndGet());
        run(act, act);
        same(1, made.get());
    }

    @Wrong(Kind.ASSERTION)
    static void asksBeforeItPuts() throws Exception {
        Map<String, Integer> cache = new ConcurrentHashMap<>();
        AtomicInteger made = new AtomicInteger();
        Together.Act act = () -> {
            if (!cache.containsKey("elm")) {
                cache.put("elm", made.incrementAndGet());
            }
        };
        run(act, act);
        same(1, made.get());
    }

    @Wrong(Kind.DATA_RACE)
    static void sharesAHashMap() throws Exception {
        Map<String, Integer> map = new HashMap<>();
        run(() -> map.put("a", 1), () -> map.put("b", 2));
    }

    @Right
    static void keepsSafeListsInAMap() throws Exception {
        Map<String, List<Integer>> map = new ConcurrentHashMap<>();
        Together.Act act = () -> map.computeIfAbsent("ash", k -> new CopyOnWriteArrayList<>()).add(1);
        run(act, act);
        same(2, map.get("ash").size());
    }

    @Wrong(Kind.DATA_RACE)
    static void keepsPlainListsInAMap() throws Exception {
        Map<String, List<Integer>> map = new ConcurrentHashMap<>();
        Together.Act act = () -> map.computeIfAbsent("ash", k -> new ArrayList<>()).add(1);
        run(act, act);
    }
}
