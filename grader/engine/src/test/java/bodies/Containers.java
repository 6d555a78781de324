package bodies;

import static bodies.Together.run;
import static bodies.Together.same;

import bodies.Together.Cell;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/**
 * What a thread does before it puts an object into a concurrent container comes before what another does with the object that it finds there. For each
 * container a right body whose second thread looks into what it found, and a wrong one that breaks only if it found something.
 */
final class Containers {
    private Containers() {}

    private interface Put {
        void put(Cell cell) throws Exception;
    }

    private interface Get {
        Cell get() throws Exception;
    }

    private static final Comparator<Cell> BY_VALUE = Comparator.comparingInt(cell -> cell.value);

    private static void reads(Put put, Get get) throws Exception {
        run(
                () -> {
                    Cell cell = new Cell();
                    cell.value = 1;
                    put.put(cell);
                },
                () -> {
                    Cell cell = get.get();
                    if (cell != null) {
                        same(1, cell.value);
                        cell.value = 2;
                    }
                });
    }

    private static void finds(Put put, Get get) throws Exception {
        run(
                () -> put.put(new Cell()),
                () -> {
                    if (get.get() != null) {
                        throw new AssertionError("found");
                    }
                });
    }

    @Right
    static void readsHashMap() throws Exception {
        ConcurrentHashMap<Integer, Cell> it = new ConcurrentHashMap<>();
        reads(cell -> it.put(1, cell), () -> it.get(1));
    }

    @Wrong(Kind.ASSERTION)
    static void findsHashMap() throws Exception {
        ConcurrentHashMap<Integer, Cell> it = new ConcurrentHashMap<>();
        finds(cell -> it.put(1, cell), () -> it.get(1));
    }

    @Right
    static void readsValuesOfAHashMap() throws Exception {
        ConcurrentHashMap<Integer, Cell> it = new ConcurrentHashMap<>();
        reads(cell -> it.merge(1, cell, (a, b) -> b), () -> it.values().stream().findFirst().orElse(null));
    }

    @Wrong(Kind.ASSERTION)
    static void findsValuesOfAHashMap() throws Exception {
        ConcurrentHashMap<Integer, Cell> it = new ConcurrentHashMap<>();
        finds(cell -> it.merge(1, cell, (a, b) -> b), () -> it.values().stream().findFirst().orElse(null));
    }

    @Right
    static void readsSkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>();
        reads(cell -> it.put(1, cell), () -> it.get(1));
    }

    @Wrong(Kind.ASSERTION)
    static void findsSkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>();
        finds(cell -> it.put(1, cell), () -> it.get(1));
    }

    @Right
    static void readsFirstOfASkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>(Map.of(0, new Cell()));
        reads(cell -> it.putIfAbsent(1, cell), () -> {
                    Map.Entry<Integer, Cell> last = it.lastEntry();
                    return last.getKey() == 0 ? null : last.getValue();
                });
    }

    @Wrong(Kind.ASSERTION)
    static void findsFirstOfASkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>(Map.of(0, new Cell()));
        finds(cell -> it.putIfAbsent(1, cell), () -> {
                    Map.Entry<Integer, Cell> last = it.lastEntry();
                    return last.getKey() == 0 ? null : last.getValue();
                });
    }

    @Right
    static void readsViewOfASkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>();
        reads(cell -> it.computeIfAbsent(5, key -> cell), () -> {
                    for (Cell cell : it.headMap(9).values()) {
                        return cell;
                    }
                    return null;
                });
    }

    @Wrong(Kind.ASSERTION)
    static void findsViewOfASkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>();
        finds(cell -> it.computeIfAbsent(5, key -> cell), () -> {
                    for (Cell cell : it.headMap(9).values()) {
                        return cell;
                    }
                    return null;
                });
    }

    @Right
    static void readsPollFromASkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>();
        reads(cell -> it.put(5, cell), () -> {
                    Map.Entry<Integer, Cell> first = it.pollFirstEntry();
                    return first == null ? null : first.getValue();
                });
    }

    @Wrong(Kind.ASSERTION)
    static void findsPollFromASkipListMap() throws Exception {
        ConcurrentSkipListMap<Integer, Cell> it = new ConcurrentSkipListMap<>();
        finds(cell -> it.put(5, cell), () -> {
                    Map.Entry<Integer, Cell> first = it.pollFirstEntry();
                    return first == null ? null : first.getValue();
                });
    }

    @Right
    static void readsSkipListSet() throws Exception {
        ConcurrentSkipListSet<Cell> it = new ConcurrentSkipListSet<>(BY_VALUE);
        reads(it::add, it::pollFirst);
    }

    @Wrong(Kind.ASSERTION)
    static void findsSkipListSet() throws Exception {
        ConcurrentSkipListSet<Cell> it = new ConcurrentSkipListSet<>(BY_VALUE);
        finds(it::add, it::pollFirst);
    }

    @Right
    static void readsIteratorOfASkipListSet() throws Exception {
        ConcurrentSkipListSet<Cell> it = new ConcurrentSkipListSet<>(BY_VALUE);
        reads(it::add, () -> {
                    for (Cell cell : it) {
                        return cell;
                    }
                    return null;
                });
    }

    @Wrong(Kind.ASSERTION)
    static void findsIteratorOfASkipListSet() throws Exception {
        ConcurrentSkipListSet<Cell> it = new ConcurrentSkipListSet<>(BY_VALUE);
        finds(it::add, () -> {
                    for (Cell cell : it) {
                        return cell;
                    }
                    return null;
                });
    }

    @Right
    static void readsLinkedQueue() throws Exception {
        ConcurrentLinkedQueue<Cell> it = new ConcurrentLinkedQueue<>();
        reads(it::add, it::poll);
    }

    @Wrong(Kind.ASSERTION)
    static void findsLinkedQueue() throws Exception {
        ConcurrentLinkedQueue<Cell> it = new ConcurrentLinkedQueue<>();
        finds(it::add, it::poll);
    }

    @Right
    static void readsPeekIntoALinkedQueue() throws Exception {
        ConcurrentLinkedQueue<Cell> it = new ConcurrentLinkedQueue<>();
        reads(it::add, it::peek);
    }

    @Wrong(Kind.ASSERTION)
    static void findsPeekIntoALinkedQueue() throws Exception {
        ConcurrentLinkedQueue<Cell> it = new ConcurrentLinkedQueue<>();
        finds(it::add, it::peek);
    }

    @Right
    static void readsStreamOfALinkedQueue() throws Exception {
        ConcurrentLinkedQueue<Cell> it = new ConcurrentLinkedQueue<>();
        reads(it::add, () -> it.stream().findFirst().orElse(null));
    }

    @Wrong(Kind.ASSERTION)
    static void findsStreamOfALinkedQueue() throws Exception {
        ConcurrentLinkedQueue<Cell> it = new ConcurrentLinkedQueue<>();
        finds(it::add, () -> it.stream().findFirst().orElse(null));
    }

    @Right
    static void readsLinkedDeque() throws Exception {
        ConcurrentLinkedDeque<Cell> it = new ConcurrentLinkedDeque<>();
        reads(it::addFirst, it::pollLast);
    }

    @Wrong(Kind.ASSERTION)
    static void findsLinkedDeque() throws Exception {
        ConcurrentLinkedDeque<Cell> it = new ConcurrentLinkedDeque<>();
        finds(it::addFirst, it::pollLast);
    }

    @Right
    static void readsCopiedList() throws Exception {
        CopyOnWriteArrayList<Cell> it = new CopyOnWriteArrayList<>();
        reads(it::add, () -> it.isEmpty() ? null : it.get(0));
    }

    @Wrong(Kind.ASSERTION)
    static void findsCopiedList() throws Exception {
        CopyOnWriteArrayList<Cell> it = new CopyOnWriteArrayList<>();
        finds(it::add, () -> it.isEmpty() ? null : it.get(0));
    }

    @Right
    static void readsCopiedSet() throws Exception {
        CopyOnWriteArraySet<Cell> it = new CopyOnWriteArraySet<>();
        reads(it::add, () -> {
                    for (Cell cell : it) {
                        return cell;
                    }
                    return null;
                });
    }

    @Wrong(Kind.ASSERTION)
    static void findsCopiedSet() throws Exception {
        CopyOnWriteArraySet<Cell> it = new CopyOnWriteArraySet<>();
        finds(it::add, () -> {
                    for (Cell cell : it) {
                        return cell;
                    }
                    return null;
                });
    }

    @Right
    static void readsArrayQueue() throws Exception {
        ArrayBlockingQueue<Cell> it = new ArrayBlockingQueue<>(1);
        reads(it::put, it::poll);
    }

    @Wrong(Kind.ASSERTION)
    static void findsArrayQueue() throws Exception {
        ArrayBlockingQueue<Cell> it = new ArrayBlockingQueue<>(1);
        finds(it::put, it::poll);
    }

    @Right
    static void readsLinkedBlockingQueue() throws Exception {
        LinkedBlockingQueue<Cell> it = new LinkedBlockingQueue<>();
        reads(it::put, it::poll);
    }

    @Wrong(Kind.ASSERTION)
    static void findsLinkedBlockingQueue() throws Exception {
        LinkedBlockingQueue<Cell> it = new LinkedBlockingQueue<>();
        finds(it::put, it::poll);
    }

    @Right
    static void readsIteratorOfALinkedBlockingQueue() throws Exception {
        LinkedBlockingQueue<Cell> it = new LinkedBlockingQueue<>();
        reads(it::offer, () -> {
                    for (Cell cell : it) {
                        return cell;
                    }
                    return null;
                });
    }

    @Wrong(Kind.ASSERTION)
    static void findsIteratorOfALinkedBlockingQueue() throws Exception {
        LinkedBlockingQueue<Cell> it = new LinkedBlockingQueue<>();
        finds(it::offer, () -> {
                    for (Cell cell : it) {
                        return cell;
                    }
                    return null;
                });
    }

    @Right
    static void readsBlockingDeque() throws Exception {
        LinkedBlockingDeque<Cell> it = new LinkedBlockingDeque<>();
        reads(it::putLast, it::peekFirst);
    }

    @Wrong(Kind.ASSERTION)
    static void findsBlockingDeque() throws Exception {
        LinkedBlockingDeque<Cell> it = new LinkedBlockingDeque<>();
        finds(it::putLast, it::peekFirst);
    }

    @Right
    static void readsPriorityQueue() throws Exception {
        PriorityBlockingQueue<Cell> it = new PriorityBlockingQueue<>(2, BY_VALUE);
        reads(it::put, it::peek);
    }

    @Wrong(Kind.ASSERTION)
    static void findsPriorityQueue() throws Exception {
        PriorityBlockingQueue<Cell> it = new PriorityBlockingQueue<>(2, BY_VALUE);
        finds(it::put, it::peek);
    }

    @Right
    static void readsTransferQueue() throws Exception {
        LinkedTransferQueue<Cell> it = new LinkedTransferQueue<>();
        reads(it::put, it::poll);
    }

    @Wrong(Kind.ASSERTION)
    static void findsTransferQueue() throws Exception {
        LinkedTransferQueue<Cell> it = new LinkedTransferQueue<>();
        finds(it::put, it::poll);
    }

    @Right
    static void readsPeekIntoATransferQueue() throws Exception {
        LinkedTransferQueue<Cell> it = new LinkedTransferQueue<>();
        reads(it::put, it::peek);
    }

    @Wrong(Kind.ASSERTION)
    static void findsPeekIntoATransferQueue() throws Exception {
        LinkedTransferQueue<Cell> it = new LinkedTransferQueue<>();
        finds(it::put, it::peek);
    }

    @Right
    static void readsFuture() throws Exception {
        CompletableFuture<Cell> it = new CompletableFuture<>();
        reads(it::complete, () -> it.getNow(null));
    }

    @Wrong(Kind.ASSERTION)
    static void findsFuture() throws Exception {
        CompletableFuture<Cell> it = new CompletableFuture<>();
        finds(it::complete, () -> it.getNow(null));
    }

    @Right
    static void readsReference() throws Exception {
        AtomicReference<Cell> it = new AtomicReference<>();
        reads(it::set, it::get);
    }

    @Wrong(Kind.ASSERTION)
    static void findsReference() throws Exception {
        AtomicReference<Cell> it = new AtomicReference<>();
        finds(it::set, it::get);
    }

    @Right
    static void readsElementByReference() throws Exception {
        AtomicReferenceArray<Cell> it = new AtomicReferenceArray<>(2);
        reads(cell -> it.set(1, cell), () -> it.get(1));
    }

    @Wrong(Kind.ASSERTION)
    static void findsElementByReference() throws Exception {
        AtomicReferenceArray<Cell> it = new AtomicReferenceArray<>(2);
        finds(cell -> it.set(1, cell), () -> it.get(1));
    }

    @Right
    static void readsMarkedReference() throws Exception {
        AtomicMarkableReference<Cell> it = new AtomicMarkableReference<>(null, false);
        reads(cell -> it.set(cell, true), it::getReference);
    }

    @Wrong(Kind.ASSERTION)
    static void findsMarkedReference() throws Exception {
        AtomicMarkableReference<Cell> it = new AtomicMarkableReference<>(null, false);
        finds(cell -> it.set(cell, true), it::getReference);
    }

    @Right
    static void readsStampedReference() throws Exception {
        AtomicStampedReference<Cell> it = new AtomicStampedReference<>(null, 0);
        reads(cell -> it.compareAndSet(null, cell, 0, 1), () -> it.get(new int[1]));
    }

    @Wrong(Kind.ASSERTION)
    static void findsStampedReference() throws Exception {
        AtomicStampedReference<Cell> it = new AtomicStampedReference<>(null, 0);
        finds(cell -> it.compareAndSet(null, cell, 0, 1), () -> it.get(new int[1]));
    }

    @Right
    static void goesThroughAStreamOfCopies() {
        same(6, Collections.nCopies(2, 3).stream().mapToInt(n -> n).sum());
        same(3L, Collections.nCopies(3, "").parallelStream().count());
    }
}
