package bodies.blind;

import bodies.Together;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** What one thread may see of another's work. */
public final class Publications {
    private Publications() {}

    private static final class Table {
        private volatile int[] squares;
        private int built;

        int square(int i) {
            int[] seen = squares;
            if (seen == null) {
                synchronized (this) {
                    seen = squares;
                    if (seen == null) {
                        seen = new int[4];
                        for (int k = 0; k < seen.length; k++) {
                            seen[k] = k * k;
                        }
                        built++;
                        squares = seen;
                    }
                }
            }
            return seen[i];
        }
    }

    /**
     * Double-checked locking through a volatile field: the filled array is published by the volatile write, built is only
     * touched in the monitor and by main after join.
     */
    @Right
    static void doubleChecked() throws Exception {
        Table table = new Table();
        Together.run(
                () -> Together.same(4, table.square(2)),
                () -> Together.same(9, table.square(3)),
                () -> Together.same(1, table.square(1)));
        Together.same(1, table.built);
    }

    private static final class Person {
        private final String first;
        private final String last;
        private String full;

        Person(String first, String last) {
            this.first = first;
            this.last = last;
        }

        String full() {
            String text = full;
            if (text == null) {
                text = first + ' ' + last;
                full = text;
            }
            return text;
        }
    }

    /**
     * Lazily remembered text in a plain field: one thread's write and the other's read are not ordered (harmless for an
     * immutable String, but a data race).
     */
    @Wrong(Kind.DATA_RACE)
    static void rememberedName() throws Exception {
        Person person = new Person("Ada", "Byron");
        Together.Act reader = () -> Together.same(9, person.full().length());
        Together.run(reader, reader);
    }

    private static final class Hen {
        static final Object KEY = new Object();
        static final Object PARTNER = Egg.KEY;

        static void touch() {}
    }

    private static final class Egg {
        static final Object KEY = new Object();
        static final Object PARTNER = Hen.KEY;

        static void touch() {}
    }

    /**
     * Class initialisation cycle: one thread initialises Hen and needs Egg, the other initialises Egg and needs Hen; each
     * waits for the other's initialisation for ever (JLS 12.4.2).
     */
    @Wrong(Kind.DEADLOCK)
    static void henAndEgg() throws Exception {
        Together.run(() -> Hen.touch(), () -> Egg.touch());
    }

    /**
     * JLS 17.4.4: the last action of a thread synchronizes-with an isAlive that returns false; after start returned,
     * isAlive is true until the thread has ended, so the loop ends and 7 is seen.
     */
    @Right
    static void untilNoLongerAlive() throws Exception {
        Together.Cell cell = new Together.Cell();
        Thread worker = Together.start(() -> cell.value = 7);
        while (worker.isAlive()) {
            Thread.yield();
        }
        Together.same(7, cell.value);
    }

    /**
     * JLS 17.4.4: an interrupt synchronizes-with the point where the interrupted thread gets the InterruptedException, so
     * the plain write before it is seen; an interrupt before await is kept as status and thrown by await.
     */
    @Right
    static void wordWithTheInterrupt() throws Exception {
        Together.Cell cell = new Together.Cell();
        CountDownLatch never = new CountDownLatch(1);
        Thread sleeper = Together.start(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Together.same(9, cell.value);
                cell.value++;
            }
        });
        cell.value = 9;
        sleeper.interrupt();
        sleeper.join();
        Together.same(10, cell.value);
    }

    private static final class Parcel {
        static final VarHandle SEALED;

        static {
            try {
                SEALED = MethodHandles.lookup().findVarHandle(Parcel.class, "sealed", boolean.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        int weight;
        String address;
        boolean sealed;
    }

    /**
     * SetRelease after the plain writes, getAcquire before the plain reads: whoever sees true sees weight and address;
     * sealed itself is only used through the handle.
     */
    @Right
    static void releasedParcel() throws Exception {
        Parcel parcel = new Parcel();
        Together.Act reader = () -> {
            if ((boolean) Parcel.SEALED.getAcquire(parcel)) {
                Together.same(5, parcel.weight);
                Together.yes("Delft".equals(parcel.address), "no address");
            }
        };
        Together.run(reader, () -> {
            parcel.weight = 5;
            parcel.address = "Delft";
            Parcel.SEALED.setRelease(parcel, true);
        }, reader);
    }

    /** Opaque accesses make no happens-before: the plain write of the price and the read after an opaque true are not ordered. */
    @Wrong(Kind.DATA_RACE)
    static void opaqueSign() throws Exception {
        Together.Cell price = new Together.Cell();
        AtomicBoolean posted = new AtomicBoolean();
        Together.run(
                () -> {
                    price.value = 30;
                    posted.setOpaque(true);
                },
                () -> {
                    if (posted.getOpaque()) {
                        Together.same(30, price.value);
                    }
                });
    }

    private static final class Flags {
        volatile boolean a;
        volatile boolean b;
        int inside;
    }

    /**
     * Volatile accesses are sequentially consistent: not both threads can read false, so at most one enters; the plain
     * counter is touched by at most one thread and by main after join.
     */
    @Right
    static void atMostOneEnters() throws Exception {
        Flags flags = new Flags();
        Together.run(
                () -> {
                    flags.a = true;
                    if (!flags.b) {
                        flags.inside++;
                    }
                },
                () -> {
                    flags.b = true;
                    if (!flags.a) {
                        flags.inside++;
                    }
                });
        Together.yes(flags.inside <= 1, "both entered");
    }

    /** A weak compare-and-set may fail spuriously: when both candidates' do, nobody is elected and nobody tries again. */
    @Wrong(Kind.ASSERTION)
    static void weakElection() throws Exception {
        AtomicInteger leader = new AtomicInteger();
        AtomicInteger elected = new AtomicInteger();
        Together.run(
                () -> {
                    if (leader.weakCompareAndSetVolatile(0, 1)) {
                        elected.incrementAndGet();
                    }
                },
                () -> {
                    if (leader.weakCompareAndSetVolatile(0, 2)) {
                        elected.incrementAndGet();
                    }
                });
        Together.same(1, elected.get());
    }
}
