package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** {@code synchronized}. */
final class Monitors {
    private Monitors() {}

    static int jars;

    static synchronized void fill() {
        jars++;
    }

    static void fillUnlocked() {
        jars++;
    }

    static final class Shelf {
        Object lock = new Object();
        int books;
        int readers;

        synchronized void borrow() {
            books++;
        }

        synchronized int books() {
            return books;
        }

        int booksUnlocked() {
            return books;
        }

        synchronized void outer() {
            inner();
        }

        synchronized void inner() {
            readers++;
        }

        void borrowUnderReplacedLock() {
            synchronized (lock) {
                lock = new Object();
                books++;
            }
        }
    }

    @Right
    static void countsUnderOneLock() throws Exception {
        Object lock = new Object();
        Cell cell = new Cell();
        Together.Act act = () -> {
            synchronized (lock) {
                cell.value++;
            }
        };
        run(act, act, act);
        same(3, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void countsUnderTwoLocks() throws Exception {
        Object left = new Object();
        Object right = new Object();
        Cell cell = new Cell();
        run(
                () -> {
                    synchronized (left) {
                        cell.value++;
                    }
                },
                () -> {
                    synchronized (right) {
                        cell.value++;
                    }
                });
    }

    @Right
    static void sellsTheSeatInOneBlock() throws Exception {
        Cell seats = new Cell();
        Cell sold = new Cell();
        seats.value = 1;
        Together.Act act = () -> {
            synchronized (seats) {
                if (seats.value > 0) {
                    seats.value--;
                    sold.value++;
                }
            }
        };
        run(act, act);
        same(1, sold.value);
    }

    @Wrong(Kind.ASSERTION)
    static void sellsTheSeatInTwoBlocks() throws Exception {
        Cell seats = new Cell();
        Cell sold = new Cell();
        seats.value = 1;
        Together.Act act = () -> {
            boolean free;
            synchronized (seats) {
                free = seats.value > 0;
            }
            if (free) {
                synchronized (seats) {
                    seats.value--;
                    sold.value++;
                }
            }
        };
        run(act, act);
        same(1, sold.value);
    }

    @Right
    static void entersItsOwnLockAgain() throws Exception {
        Shelf shelf = new Shelf();
        run(shelf::outer, shelf::inner);
        same(2, shelf.readers);
    }

    @Wrong(Kind.DATA_RACE)
    static void locksOnAFieldThatChanges() throws Exception {
        Shelf shelf = new Shelf();
        run(shelf::borrowUnderReplacedLock, shelf::borrowUnderReplacedLock);
    }

    @Right
    static void countsInStaticMethods() throws Exception {
        run(Monitors::fill, Monitors::fill);
        same(2, jars);
    }

    @Wrong(Kind.DATA_RACE)
    static void forgetsOneStaticMethod() throws Exception {
        run(Monitors::fill, Monitors::fillUnlocked);
    }

    @Right
    static void readsUnderTheLock() throws Exception {
        Shelf shelf = new Shelf();
        run(shelf::borrow, () -> yes(shelf.books() <= 1, "more than were borrowed"));
    }

    @Wrong(Kind.DATA_RACE)
    static void readsWithoutTheLock() throws Exception {
        Shelf shelf = new Shelf();
        run(shelf::borrow, () -> yes(shelf.booksUnlocked() <= 1, "more than were borrowed"));
    }

    @Right
    static void addsToASynchronizedList() throws Exception {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>());
        run(() -> list.add(1), () -> list.add(2));
        same(2, list.size());
    }

    @Wrong(Kind.ASSERTION)
    static void addsIfAbsentToASynchronizedList() throws Exception {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>());
        Together.Act act = () -> {
            if (!list.contains(7)) {
                list.add(7);
            }
        };
        run(act, act);
        same(1, list.size());
    }

    @Right
    static void iteratesUnderTheListsLock() throws Exception {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        run(
                () -> list.add(3),
                () -> {
                    int sum = 0;
                    synchronized (list) {
                        for (int n : list) {
                            sum += n;
                        }
                    }
                    yes(sum == 3 || sum == 6, "sum " + sum);
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void iteratesWithoutTheListsLock() throws Exception {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        run(
                () -> list.add(3),
                () -> {
                    for (int n : list) {
                        yes(n > 0, "not there");
                    }
                });
    }
}
