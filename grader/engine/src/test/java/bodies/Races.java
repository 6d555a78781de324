package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Accesses that nothing orders, wherever the data is kept; and how objects become known to others. */
final class Races {
    private Races() {}

    static int total;

    @Right
    static void writesDifferentFields() throws Exception {
        Cell a = new Cell();
        Cell b = new Cell();
        run(() -> a.value = 1, () -> b.value = 1);
    }

    @Wrong(Kind.DATA_RACE)
    static void writesOneField() throws Exception {
        Cell cell = new Cell();
        run(() -> cell.value = 1, () -> cell.value = 1);
    }

    @Wrong(Kind.DATA_RACE)
    static void writesAStaticField() throws Exception {
        run(() -> total++, () -> total++);
    }

    @Wrong(Kind.DATA_RACE)
    static void writesALong() throws Exception {
        long[] sum = new long[1];
        run(() -> sum[0] = 1, () -> sum[0] = 2);
    }

    @Right
    static void readsOneField() throws Exception {
        Cell cell = new Cell();
        cell.value = 1;
        run(() -> same(1, cell.value), () -> same(1, cell.value));
    }

    @Right
    static void writesDifferentElements() throws Exception {
        int[] array = new int[2];
        run(() -> array[0] = 1, () -> array[1] = 1);
        same(2, array[0] + array[1]);
    }

    @Wrong(Kind.DATA_RACE)
    static void writesOneElement() throws Exception {
        byte[] array = new byte[2];
        run(() -> array[1] = 1, () -> array[1] = 2);
    }

    @Right
    static void copiesDifferentHalves() throws Exception {
        int[] from = {1, 2};
        int[] to = new int[2];
        run(() -> System.arraycopy(from, 0, to, 0, 1), () -> System.arraycopy(from, 1, to, 1, 1));
        same(3, to[0] + to[1]);
    }

    @Wrong(Kind.DATA_RACE)
    static void copiesToOnePlace() throws Exception {
        int[] from = {1, 2};
        int[] to = new int[2];
        run(() -> System.arraycopy(from, 0, to, 0, 2), () -> System.arraycopy(from, 1, to, 1, 1));
    }

    @Wrong(Kind.DATA_RACE)
    static void clonesWhatAnotherWrites() throws Exception {
        int[] array = new int[2];
        run(() -> array[0] = 1, () -> same(2, array.clone().length));
    }

    private static class Point implements Cloneable {
        final int x = 1;
        int y;

        Point copy() {
            try {
                return (Point) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Place extends Point {
        String name;

        @Override
        public Place clone() throws CloneNotSupportedException {
            return (Place) super.clone();
        }
    }

    @Wrong(Kind.DATA_RACE)
    static void clonesAnObjectThatAnotherWrites() throws Exception {
        Place place = new Place();
        run(() -> place.name = "here", place::clone);
    }

    @Wrong(Kind.DATA_RACE)
    static void clonesTheUpperPartThatAnotherWrites() throws Exception {
        Point place = new Place();
        run(() -> place.y = 5, place::copy);
    }

    @Right
    static void clonesAnObjectTogether() throws Exception {
        Place place = new Place();
        place.y = 5;
        run(() -> same(5, place.clone().y), () -> same(1, place.copy().x));
    }

    @Wrong(Kind.DATA_RACE)
    static void sortsWhatAnotherReads() throws Exception {
        int[] array = {2, 1};
        run(() -> Arrays.sort(array), () -> yes(array[0] > 0, "not there"));
    }

    @Right
    static void buildsTextAlone() throws Exception {
        Together.Act act = () -> {
            StringBuilder text = new StringBuilder();
            text.append("a").append("b");
            same(2, text.length());
        };
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void buildsTextTogether() throws Exception {
        StringBuilder text = new StringBuilder();
        run(() -> text.append("a"), () -> text.append("b"));
    }

    @Right
    static void buildsTextTogetherInABuffer() throws Exception {
        StringBuffer text = new StringBuffer();
        run(() -> text.append("a"), () -> text.append("b"));
        same(2, text.length());
    }

    @Right
    static void readsAListTogether() throws Exception {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        Together.Act act = () -> same(2, list.get(1));
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void addsToAList() throws Exception {
        List<Integer> list = new ArrayList<>();
        run(() -> list.add(1), () -> list.add(2));
    }

    @Wrong(Kind.DATA_RACE)
    static void addsToALinkedList() throws Exception {
        List<Integer> list = new LinkedList<>();
        run(() -> list.add(1), () -> list.add(2));
    }

    @Wrong(Kind.DATA_RACE)
    static void addsToASet() throws Exception {
        Set<Integer> set = new HashSet<>();
        run(() -> set.add(1), () -> set.add(2));
    }

    @Wrong(Kind.DATA_RACE)
    static void putsIntoATreeMap() throws Exception {
        TreeMap<Integer, Integer> map = new TreeMap<>();
        run(() -> map.put(1, 1), () -> map.put(2, 2));
    }

    @Wrong(Kind.DATA_RACE)
    static void iteratesWhileAnotherAdds() throws Exception {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        run(() -> list.add(3), () -> list.forEach(n -> yes(n > 0, "not there")));
    }

    // ---- becoming known

    static final class Settings {
        final int size;
        int colour;

        Settings() {
            size = 3;
            colour = 4;
        }
    }

    static volatile Settings known;
    static Settings plainlyKnown;

    @Right
    static void publishesByAVolatile() throws Exception {
        run(
                () -> known = new Settings(),
                () -> {
                    Settings seen = known;
                    yes(seen == null || seen.colour == 4, "half built");
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void publishesByAPlainField() throws Exception {
        run(
                () -> plainlyKnown = new Settings(),
                () -> {
                    Settings seen = plainlyKnown;
                    yes(seen == null || seen.colour >= 0, "negative");
                });
    }

    private static Settings twiceChecked() {
        Settings seen = known;
        if (seen == null) {
            synchronized (Races.class) {
                seen = known;
                if (seen == null) {
                    known = seen = new Settings();
                    total++;
                }
            }
        }
        return seen;
    }

    private static Settings twiceCheckedPlainly() {
        if (plainlyKnown == null) {
            synchronized (Races.class) {
                if (plainlyKnown == null) {
                    plainlyKnown = new Settings();
                }
            }
        }
        return plainlyKnown;
    }

    private static Settings lazily() {
        if (known == null) {
            known = new Settings();
        }
        return known;
    }

    @Right
    static void checksAVolatileTwice() throws Exception {
        Together.Act act = () -> same(4, twiceChecked().colour);
        run(act, act);
        same(1, total);
    }

    @Wrong(Kind.DATA_RACE)
    static void checksAPlainFieldTwice() throws Exception {
        Together.Act act = () -> same(4, twiceCheckedPlainly().colour);
        run(act, act);
    }

    @Wrong(Kind.ASSERTION)
    static void checksAVolatileOnce() throws Exception {
        Settings[] seen = new Settings[2];
        run(() -> seen[0] = lazily(), () -> seen[1] = lazily());
        yes(seen[0] == seen[1], "made twice");
    }

    static final class Holder {
        static final Settings SETTINGS = new Settings();

        private Holder() {}
    }

    @Right
    static void initialisesInAHolder() throws Exception {
        Settings[] seen = new Settings[2];
        run(() -> seen[0] = Holder.SETTINGS, () -> seen[1] = Holder.SETTINGS);
        yes(seen[0] == seen[1] && seen[0].colour == 4, "made twice");
    }

    static final class Early {
        int value;

        @SuppressWarnings("this-escape")
        Early(boolean tooEarly) {
            Thread thread = Together.thread(() -> yes(value >= 0, "negative"));
            if (tooEarly) {
                thread.start();
                value = 1;
            } else {
                value = 1;
                thread.start();
            }
        }
    }

    @Right
    static void startsAThreadAtTheEndOfAConstructor() throws Exception {
        new Early(false);
    }

    @Wrong(Kind.DATA_RACE)
    static void startsAThreadInTheMiddleOfAConstructor() throws Exception {
        new Early(true);
    }

    // ---- endings

    private static class Listed {
        Listed(Collection<Listed> list) {
            list.add(this);
        }

        int size() {
            return 0;
        }
    }

    private static final class Sized extends Listed {
        private final int size;

        @SuppressWarnings("this-escape")
        Sized(Collection<Listed> list, int size) {
            super(list);
            this.size = size;
        }

        @Override
        int size() {
            return size;
        }
    }

    /** Whoever finds the object in the list may look into it before its final field is written. */
    @Wrong(Kind.DATA_RACE)
    static void entersItselfInAListBeforeItIsReady() throws Exception {
        List<Listed> list = new CopyOnWriteArrayList<>();
        run(() -> new Sized(list, 3), () -> list.forEach(Listed::size));
    }

    private static final class SelfStarter implements Runnable {
        private final Thread thread;
        private final int size;

        @SuppressWarnings("this-escape")
        SelfStarter(int size, boolean early) {
            if (early) {
                thread = new Thread(this);
                thread.start();
                this.size = size;
            } else {
                this.size = size;
                thread = new Thread(this);
                thread.start();
            }
        }

        @Override
        public void run() {
            same(3, size);
        }
    }

    @Wrong(Kind.DATA_RACE)
    static void startsAThreadBeforeAFinalFieldIsWritten() throws Exception {
        new SelfStarter(3, true).thread.join();
    }

    @Right
    static void startsAThreadWhenAllFinalFieldsAreWritten() throws Exception {
        new SelfStarter(3, false).thread.join();
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final class Numbered {
        private final int number;
        private final String name;

        Numbered(String name) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("no name");
            }
            number = NUMBERS.incrementAndGet();
            this.name = name;
        }
    }

    /** Others learn of what its constructor does, but not of the object, before all is written. */
    @Right
    static void drawsANumberWhileItIsMade() throws Exception {
        BlockingQueue<Numbered> queue = new LinkedBlockingQueue<>();
        run(
                () -> {
                    try {
                        new Numbered("");
                    } catch (IllegalArgumentException e) {
                        queue.put(new Numbered("first"));
                    }
                    queue.put(new Numbered("second"));
                },
                () -> {
                    NUMBERS.incrementAndGet();
                    Numbered one = queue.take();
                    NUMBERS.get();
                    Numbered two = queue.take();
                    yes(one.number < two.number && one.name.equals("first") && two.name.equals("second"), "in order");
                });
    }

    /** An object with final fields only may be passed on without any order. */
    @Right
    static void passesAnImmutableObjectOnWithoutOrder() throws Exception {
        AtomicReference<Numbered> cell = new AtomicReference<>();
        run(
                () -> cell.setPlain(new Numbered("alone")),
                () -> {
                    Numbered found = cell.getPlain();
                    yes(found == null || found.name.equals("alone"), "a name");
                });
    }

    @Right
    static void handlesAnExceptionInASideThread() throws Exception {
        Thread thread = Together.thread(() -> {
            throw new UnsupportedOperationException("planned");
        });
        thread.setUncaughtExceptionHandler((t, e) -> yes(e instanceof UnsupportedOperationException, "another"));
        thread.start();
        thread.join();
    }

    @Wrong(Kind.EXCEPTION)
    static void throwsInASideThread() throws Exception {
        run(() -> {
            throw new UnsupportedOperationException("unplanned");
        });
    }

    @Wrong(Kind.ASSERTION)
    static void assertsInASideThread() throws Exception {
        run(() -> {
            assert total > 0 : "nothing yet";
        });
    }

    @Wrong(Kind.EXIT)
    static void exitsInMidRun() throws Exception {
        run(() -> System.exit(0), () -> total = 1);
    }

    @Wrong(Kind.EXIT)
    static void halts() throws Exception {
        run(() -> Runtime.getRuntime().halt(3));
    }

    @Wrong(value = Kind.NO_PROGRESS, steps = 500, slow = true)
    static void neverEnds() throws Exception {
        while (true) {
            total++;
        }
    }

    /** A daemon that cannot be unwound must not keep the next run from starting. */
    @Right
    static void leavesADaemonThatCatchesEverything() throws Exception {
        Thread daemon = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(1_000);
                } catch (Throwable e) {
                    // goes on for ever
                }
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        run(() -> {});
    }

    @Wrong(Kind.DEADLOCK)
    static void leavesAThreadThatCatchesEverything() throws Exception {
        start(() -> {
            Object lock = new Object();
            while (true) {
                try {
                    synchronized (lock) {
                        lock.wait();
                    }
                } catch (Throwable e) {
                    // goes on for ever
                }
            }
        });
    }

    @Right(schedules = 4, slow = true)
    static void startsHundredsOfThreads() throws Exception {
        java.util.concurrent.atomic.AtomicInteger count = new java.util.concurrent.atomic.AtomicInteger();
        Together.Act[] acts = new Together.Act[300];
        Arrays.fill(acts, (Together.Act) count::incrementAndGet);
        run(acts);
        same(300, count.get());
    }

    @Wrong(value = Kind.DATA_RACE, schedules = 20, slow = true)
    static void racesAmongHundredsOfThreads() throws Exception {
        Cell cell = new Cell();
        Together.Act[] acts = new Together.Act[300];
        Arrays.fill(acts, (Together.Act) () -> cell.value++);
        run(acts);
    }
}
