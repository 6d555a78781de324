package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAdder;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Atomics, {@link VarHandle}, field updaters and {@code volatile}. */
final class Atomics {
    private Atomics() {}

    @Right
    static void increments() throws Exception {
        AtomicInteger count = new AtomicInteger();
        run(count::incrementAndGet, count::incrementAndGet);
        same(2, count.get());
    }

    @Wrong(Kind.ASSERTION)
    static void getsThenSets() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Together.Act act = () -> count.set(count.get() + 1);
        run(act, act);
        same(2, count.get());
    }

    @Right
    static void swapsUntilItSucceeds() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Together.Act act = () -> {
            int seen;
            do {
                seen = count.get();
            } while (!count.compareAndSet(seen, seen + 1));
        };
        run(act, act);
        same(2, count.get());
    }

    @Wrong(Kind.ASSERTION)
    static void swapsOnce() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Together.Act act = () -> {
            int seen = count.get();
            count.compareAndSet(seen, seen + 1);
        };
        run(act, act);
        same(2, count.get());
    }

    record Pair(int low, int high) {}

    @Right
    static void keepsAPairInOneReference() throws Exception {
        AtomicReference<Pair> pair = new AtomicReference<>(new Pair(0, 10));
        run(
                () -> pair.updateAndGet(p -> p.high() > 6 ? new Pair(6, p.high()) : p),
                () -> pair.updateAndGet(p -> p.low() < 5 ? new Pair(p.low(), 5) : p));
        yes(pair.get().low() <= pair.get().high(), "upside down");
    }

    @Wrong(Kind.ASSERTION)
    static void keepsAPairInTwoAtomics() throws Exception {
        AtomicInteger low = new AtomicInteger(0);
        AtomicInteger high = new AtomicInteger(10);
        run(
                () -> {
                    if (high.get() > 6) {
                        low.set(6);
                    }
                },
                () -> {
                    if (low.get() < 5) {
                        high.set(5);
                    }
                });
        yes(low.get() <= high.get(), "upside down");
    }

    @Right
    static void sumsAnAdderInTheEnd() throws Exception {
        LongAdder adder = new LongAdder();
        run(adder::increment, adder::increment);
        same(2, adder.sum());
    }

    @Wrong(Kind.ASSERTION)
    static void drawsNumbersFromAnAdder() throws Exception {
        LongAdder adder = new LongAdder();
        AtomicInteger ones = new AtomicInteger();
        Together.Act act = () -> {
            adder.increment();
            if (adder.sum() == 2) {
                ones.incrementAndGet();
            }
        };
        run(act, act);
        same(1, ones.get());
    }

    @Right
    static void countsInAnAtomicArray() throws Exception {
        AtomicIntegerArray counts = new AtomicIntegerArray(2);
        Together.Act act = () -> counts.incrementAndGet(1);
        run(act, act);
        same(2, counts.get(1));
    }

    @Right
    static void noticesAThereAndBack() throws Exception {
        AtomicStampedReference<String> top = new AtomicStampedReference<>("a", 0);
        AtomicInteger changes = new AtomicInteger();
        run(
                () -> {
                    int[] stamp = new int[1];
                    String seen = top.get(stamp);
                    int before = changes.get();
                    if (top.compareAndSet(seen, "c", stamp[0], stamp[0] + 1) && stamp[0] == 0) {
                        same(0, before);
                    }
                },
                () -> {
                    int[] stamp = new int[1];
                    String seen = top.get(stamp);
                    if (top.compareAndSet(seen, "b", stamp[0], stamp[0] + 1)) {
                        changes.incrementAndGet();
                        if (top.compareAndSet("b", seen, stamp[0] + 1, stamp[0] + 2)) {
                            changes.incrementAndGet();
                        }
                    }
                });
    }

    @Wrong(Kind.ASSERTION)
    static void missesAThereAndBack() throws Exception {
        AtomicReference<String> top = new AtomicReference<>("a");
        AtomicInteger changes = new AtomicInteger();
        run(
                () -> {
                    String seen = top.get();
                    int before = changes.get();
                    if (top.compareAndSet(seen, "c")) {
                        same(before, changes.get());
                    }
                },
                () -> {
                    if (top.compareAndSet("a", "b")) {
                        changes.incrementAndGet();
                        top.set("a");
                    }
                });
    }

    static final class Meter {
        static final VarHandle READING;
        static final VarHandle VALUE;
        static final AtomicIntegerFieldUpdater<Meter> TICKS = AtomicIntegerFieldUpdater.newUpdater(Meter.class, "ticks");

        static {
            try {
                READING = MethodHandles.lookup().findVarHandle(Meter.class, "reading", int.class);
                VALUE = MethodHandles.lookup().findVarHandle(Meter.class, "value", Cell.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        int reading;
        Cell value;
        volatile int ticks;
        volatile int volts;
    }

    @Right
    static void addsByHandle() throws Exception {
        Meter meter = new Meter();
        run(() -> Meter.READING.getAndAdd(meter, 1), () -> Meter.READING.getAndAdd(meter, 1));
        same(2, meter.reading);
    }

    @Wrong(Kind.DATA_RACE)
    static void setsPlainlyByHandle() throws Exception {
        Meter meter = new Meter();
        run(() -> Meter.READING.set(meter, 1), () -> Meter.READING.set(meter, 2));
    }

    @Wrong(Kind.ASSERTION)
    static void getsThenSetsByHandle() throws Exception {
        Meter meter = new Meter();
        Together.Act act = () -> {
            int seen = (int) Meter.READING.getVolatile(meter);
            Meter.READING.setVolatile(meter, seen + 1);
        };
        run(act, act);
        same(2, meter.reading);
    }

    @Right
    static void publishesByRelease() throws Exception {
        Meter meter = new Meter();
        run(
                () -> {
                    Cell cell = new Cell();
                    cell.value = 1;
                    Meter.VALUE.setRelease(meter, cell);
                },
                () -> {
                    Cell cell = (Cell) Meter.VALUE.getAcquire(meter);
                    yes(cell == null || cell.value == 1, "half built");
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void publishesOpaquely() throws Exception {
        Meter meter = new Meter();
        run(
                () -> {
                    Cell cell = new Cell();
                    cell.value = 1;
                    Meter.VALUE.setOpaque(meter, cell);
                },
                () -> {
                    Cell cell = (Cell) Meter.VALUE.getOpaque(meter);
                    yes(cell == null || cell.value >= 0, "negative");
                });
    }

    @Right
    static void ticksByUpdater() throws Exception {
        Meter meter = new Meter();
        run(() -> Meter.TICKS.getAndIncrement(meter), () -> Meter.TICKS.getAndIncrement(meter));
        same(2, meter.ticks);
    }

    @Wrong(Kind.ASSERTION)
    static void getsThenSetsByUpdater() throws Exception {
        Meter meter = new Meter();
        Together.Act act = () -> Meter.TICKS.set(meter, Meter.TICKS.get(meter) + 1);
        run(act, act);
        same(2, meter.ticks);
    }

    @Right
    static void writesAVolatileAlone() throws Exception {
        Meter meter = new Meter();
        run(
                () -> {
                    meter.volts = 1;
                    meter.volts = 2;
                },
                () -> yes(meter.volts <= 2, "too many"));
        same(2, meter.volts);
    }

    @Wrong(Kind.ASSERTION)
    static void incrementsAVolatile() throws Exception {
        Meter meter = new Meter();
        run(() -> meter.volts += 1, () -> meter.volts += 1);
        same(2, meter.volts);
    }

    static volatile int[] table;
    static volatile boolean ready;
    static boolean plainReady;

    @Right
    static void publishesAnArrayWhole() throws Exception {
        run(
                () -> table = new int[] {1},
                () -> {
                    int[] seen = table;
                    yes(seen == null || seen[0] == 1, "half filled");
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void changesAPublishedArray() throws Exception {
        table = new int[1];
        run(() -> table[0] = 1, () -> yes(table[0] >= 0, "negative"));
    }

    @Right
    static void raisesAVolatileFlag() throws Exception {
        Cell cell = new Cell();
        run(
                () -> {
                    cell.value = 1;
                    ready = true;
                },
                () -> {
                    if (ready) {
                        same(1, cell.value);
                    }
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void raisesAPlainFlag() throws Exception {
        Cell cell = new Cell();
        run(
                () -> {
                    cell.value = 1;
                    plainReady = true;
                },
                () -> {
                    if (plainReady) {
                        same(1, cell.value);
                    }
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void raisesTheFlagTooEarly() throws Exception {
        Cell cell = new Cell();
        run(
                () -> {
                    ready = true;
                    cell.value = 1;
                },
                () -> {
                    if (ready) {
                        yes(cell.value >= 0, "negative");
                    }
                });
    }

    /** Each raises its own flag, then looks at the other's: at most one may find it down. */
    @Right
    static void neverMissesBothFlags() throws Exception {
        AtomicIntegerArray flags = new AtomicIntegerArray(2);
        AtomicInteger missed = new AtomicInteger();
        run(
                () -> {
                    flags.set(0, 1);
                    missed.addAndGet(1 - flags.get(1));
                },
                () -> {
                    flags.set(1, 1);
                    missed.addAndGet(1 - flags.get(0));
                });
        yes(missed.get() <= 1, "both missed");
    }

    @Wrong(Kind.ASSERTION)
    static void looksBeforeItRaises() throws Exception {
        AtomicIntegerArray flags = new AtomicIntegerArray(2);
        AtomicInteger missed = new AtomicInteger();
        run(
                () -> {
                    missed.addAndGet(1 - flags.get(1));
                    flags.set(0, 1);
                },
                () -> {
                    missed.addAndGet(1 - flags.get(0));
                    flags.set(1, 1);
                });
        yes(missed.get() <= 1, "both missed");
    }
}
