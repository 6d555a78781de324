package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Races inside the JDK's collections, arrays and buffers. */
final class Collections {
    private Collections() {}

    @Wrong(Kind.DATA_RACE)
    static void offersToAPriorityQueue() throws Exception {
        PriorityQueue<Integer> queue = new PriorityQueue<>();
        run(() -> queue.offer(1), () -> queue.offer(2));
    }

    @Wrong(Kind.DATA_RACE)
    static void pushesOnAnArrayDeque() throws Exception {
        ArrayDeque<Integer> stack = new ArrayDeque<>();
        run(() -> stack.push(1), () -> yes(stack.size() < 2, "two"));
    }

    @Wrong(Kind.DATA_RACE)
    static void removesFromALinkedList() throws Exception {
        LinkedList<Integer> list = new LinkedList<>(List.of(1, 2));
        run(list::removeFirst, () -> yes(list.size() > 0, "empty"));
    }

    /** Even reading changes a map in the order of access. */
    @Wrong(Kind.DATA_RACE)
    static void readsAMapInTheOrderOfAccess() throws Exception {
        Map<String, Integer> map = new LinkedHashMap<>(8, 0.75f, true);
        map.put("a", 1);
        map.put("b", 2);
        run(() -> map.get("a"), () -> map.get("b"));
    }

    @Right
    static void readsAMapInTheOrderOfInsertion() throws Exception {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", 2);
        run(() -> map.get("a"), () -> map.get("b"));
    }

    @Wrong(Kind.DATA_RACE)
    static void computesInAHashMap() throws Exception {
        Map<String, Integer> map = new HashMap<>();
        run(() -> map.merge("a", 1, Integer::sum), () -> map.merge("b", 1, Integer::sum));
    }

    @Wrong(Kind.DATA_RACE)
    static void addsToATreeSet() throws Exception {
        TreeSet<Integer> set = new TreeSet<>();
        run(() -> set.add(1), () -> set.contains(1));
    }

    @Wrong(Kind.DATA_RACE)
    static void setsBits() throws Exception {
        BitSet bits = new BitSet();
        run(() -> bits.set(1), () -> bits.set(2));
    }

    @Wrong(Kind.DATA_RACE)
    static void putsIntoAnEnumMap() throws Exception {
        Map<TimeUnit, Integer> map = new EnumMap<>(TimeUnit.class);
        run(() -> map.put(TimeUnit.DAYS, 1), () -> map.put(TimeUnit.HOURS, 1));
    }

    @Wrong(Kind.DATA_RACE)
    static void copiesAListThatGrows() throws Exception {
        List<Integer> list = new ArrayList<>();
        run(() -> list.add(1), () -> new ArrayList<>(list));
    }

    @Wrong(Kind.DATA_RACE)
    static void printsAListThatGrows() throws Exception {
        List<Integer> list = new ArrayList<>();
        run(() -> list.add(1), () -> yes(!list.toString().isEmpty(), "empty"));
    }

    @Right
    static void iteratesOverASnapshot() throws Exception {
        List<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2));
        run(() -> list.add(3), () -> {
            int sum = 0;
            for (int each : list) {
                sum += each;
            }
            yes(sum == 3 || sum == 6, "neither");
        });
        same(3, list.size());
    }

    @Wrong(Kind.DATA_RACE)
    static void fillsAnArrayThatIsRead() throws Exception {
        int[] array = new int[4];
        run(() -> Arrays.fill(array, 1), () -> yes(array[3] >= 0, "negative"));
    }

    @Right
    static void fillsHalvesOfAnArray() throws Exception {
        int[] array = new int[4];
        run(() -> Arrays.fill(array, 0, 2, 1), () -> Arrays.fill(array, 2, 4, 1));
        same(4, Arrays.stream(array).sum());
    }

    @Wrong(Kind.DATA_RACE)
    static void copiesARangeThatIsWritten() throws Exception {
        int[] array = new int[4];
        run(() -> array[1] = 1, () -> Arrays.copyOf(array, 2));
    }

    @Right
    static void copiesARangeBesideTheOneWritten() throws Exception {
        int[] array = new int[4];
        run(() -> array[3] = 1, () -> Arrays.copyOf(array, 2));
    }

    @Wrong(Kind.DATA_RACE)
    static void readsABuilderThatGrows() throws Exception {
        StringBuilder text = new StringBuilder();
        run(() -> text.append("tea"), () -> yes(text.length() <= 3, "too long"));
    }

    @Wrong(Kind.DATA_RACE)
    static void writesRowsOfOneTable() throws Exception {
        int[][] table = new int[2][2];
        run(() -> table[1] = new int[] {1, 1}, () -> table[1][0] = 2);
    }
}
