package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Accesses in modes weaker than volatile order only what their mode promises. */
final class WeakModes {
    private WeakModes() {}

    static final class Mail {
        static final VarHandle SENT;
        static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(int[].class);

        static {
            try {
                SENT = MethodHandles.lookup().findVarHandle(Mail.class, "sent", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        int sent;
        int letter;
    }

    @Right
    static void releasesAndAcquires() throws Exception {
        Mail mail = new Mail();
        run(
                () -> {
                    mail.letter = 1;
                    Mail.SENT.setRelease(mail, 1);
                },
                () -> {
                    if ((int) Mail.SENT.getAcquire(mail) == 1) {
                        same(1, mail.letter);
                    }
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void releasesAndReadsOpaquely() throws Exception {
        Mail mail = new Mail();
        run(
                () -> {
                    mail.letter = 1;
                    Mail.SENT.setRelease(mail, 1);
                },
                () -> {
                    if ((int) Mail.SENT.getOpaque(mail) == 1) {
                        same(1, mail.letter);
                    }
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void acquiresWhatWasWrittenOpaquely() throws Exception {
        Mail mail = new Mail();
        run(
                () -> {
                    mail.letter = 1;
                    Mail.SENT.setOpaque(mail, 1);
                },
                () -> {
                    if ((int) Mail.SENT.getAcquire(mail) == 1) {
                        same(1, mail.letter);
                    }
                });
    }

    /** An opaque read sees a later value in the end; that is all it is for. */
    @Right
    static void stopsByAnOpaqueFlag() throws Exception {
        Mail mail = new Mail();
        run(
                () -> {
                    while ((int) Mail.SENT.getOpaque(mail) == 0) {
                        Thread.onSpinWait();
                    }
                },
                () -> Mail.SENT.setOpaque(mail, 1));
    }

    @Wrong(Kind.DATA_RACE)
    static void stopsByAPlainFlag() throws Exception {
        Mail mail = new Mail();
        run(
                () -> {
                    while ((int) Mail.SENT.get(mail) == 0) {
                        Thread.onSpinWait();
                    }
                },
                () -> Mail.SENT.setOpaque(mail, 1));
    }

    /** The field itself is read plainly: the handle's writes do not protect that. */
    @Wrong(Kind.DATA_RACE)
    static void readsTheFieldBesideTheHandle() throws Exception {
        Mail mail = new Mail();
        run(() -> Mail.SENT.setVolatile(mail, 1), () -> yes(mail.sent >= 0, "negative"));
    }

    @Right
    static void readsTheFieldAfterJoiningTheHandle() throws Exception {
        Mail mail = new Mail();
        run(() -> Mail.SENT.setVolatile(mail, 1), () -> Mail.SENT.getAndAdd(mail, 2));
        yes(mail.sent == 1 || mail.sent == 3, "lost");
    }

    @Wrong(Kind.DATA_RACE)
    static void writesTheFieldBesideTheHandle() throws Exception {
        Mail mail = new Mail();
        run(() -> yes((int) Mail.SENT.getVolatile(mail) >= 0, "negative"), () -> mail.sent = 1);
    }

    @Right
    static void locksByAcquireAndRelease() throws Exception {
        Mail mail = new Mail();
        Together.Act act = () -> {
            while (!Mail.SENT.weakCompareAndSetAcquire(mail, 0, 1)) {
                Thread.onSpinWait();
            }
            mail.letter++;
            Mail.SENT.setRelease(mail, 0);
        };
        run(act, act);
        same(2, mail.letter);
    }

    @Wrong(Kind.DATA_RACE)
    static void locksPlainly() throws Exception {
        Mail mail = new Mail();
        Together.Act act = () -> {
            while (!Mail.SENT.weakCompareAndSetPlain(mail, 0, 1)) {
                Thread.onSpinWait();
            }
            mail.letter++;
            Mail.SENT.setRelease(mail, 0);
        };
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void unlocksOpaquely() throws Exception {
        Mail mail = new Mail();
        Together.Act act = () -> {
            while (!Mail.SENT.compareAndSet(mail, 0, 1)) {
                Thread.onSpinWait();
            }
            mail.letter++;
            Mail.SENT.setOpaque(mail, 0);
        };
        run(act, act);
    }

    // ---- the same of atomic variables

    @Right
    static void publishesLazily() throws Exception {
        Cell cell = new Cell();
        AtomicBoolean ready = new AtomicBoolean();
        run(
                () -> {
                    cell.value = 1;
                    ready.lazySet(true);
                },
                () -> {
                    if (ready.get()) {
                        same(1, cell.value);
                    }
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void publishesPlainly() throws Exception {
        Cell cell = new Cell();
        AtomicBoolean ready = new AtomicBoolean();
        run(
                () -> {
                    cell.value = 1;
                    ready.setPlain(true);
                },
                () -> {
                    if (ready.get()) {
                        same(1, cell.value);
                    }
                });
    }

    @Right
    static void publishesByAnAcquiringReference() throws Exception {
        AtomicReference<Cell> shared = new AtomicReference<>();
        run(
                () -> {
                    Cell cell = new Cell();
                    cell.value = 1;
                    shared.setRelease(cell);
                },
                () -> {
                    Cell cell = shared.getAcquire();
                    if (cell != null) {
                        same(1, cell.value);
                    }
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void publishesByAnOpaqueReference() throws Exception {
        AtomicReference<Cell> shared = new AtomicReference<>();
        run(
                () -> {
                    Cell cell = new Cell();
                    cell.value = 1;
                    shared.setOpaque(cell);
                },
                () -> {
                    Cell cell = shared.getOpaque();
                    if (cell != null) {
                        same(1, cell.value);
                    }
                });
    }

    /** A plain read to begin with, checked by the compare-and-set. */
    @Right
    static void guessesPlainlyAndSwaps() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Together.Act act = () -> {
            int seen = count.getPlain();
            while (!count.compareAndSet(seen, seen + 1)) {
                seen = count.get();
            }
        };
        run(act, act);
        same(2, count.get());
    }

    @Wrong(Kind.DATA_RACE)
    static void publishesByAnElementOpaquely() throws Exception {
        Cell cell = new Cell();
        AtomicIntegerArray flags = new AtomicIntegerArray(1);
        run(
                () -> {
                    cell.value = 1;
                    flags.setOpaque(0, 1);
                },
                () -> {
                    if (flags.get(0) == 1) {
                        same(1, cell.value);
                    }
                });
    }

    @Right
    static void publishesByAnElement() throws Exception {
        Cell cell = new Cell();
        int[] flags = new int[1];
        run(
                () -> {
                    cell.value = 1;
                    Mail.CELLS.setRelease(flags, 0, 1);
                },
                () -> {
                    if ((int) Mail.CELLS.getAcquire(flags, 0) == 1) {
                        same(1, cell.value);
                    }
                });
    }

    @Wrong(Kind.DATA_RACE)
    static void readsAnElementBesideTheHandle() throws Exception {
        int[] flags = new int[1];
        run(() -> Mail.CELLS.setVolatile(flags, 0, 1), () -> yes(flags[0] >= 0, "negative"));
    }

    /** A later volatile write orders nothing that the earlier writer's reader relies on. */
    @Wrong(Kind.DATA_RACE)
    static void writesAVolatileWithoutReadingIt() throws Exception {
        Cell cell = new Cell();
        AtomicInteger turn = new AtomicInteger();
        run(
                () -> {
                    cell.value = 1;
                    turn.set(1);
                },
                () -> {
                    turn.set(2);
                    yes(cell.value >= 0, "negative");
                });
    }

    @Right
    static void fences() throws Exception {
        AtomicInteger mine = new AtomicInteger();
        AtomicInteger yours = new AtomicInteger();
        AtomicInteger missed = new AtomicInteger();
        run(
                () -> {
                    mine.set(1);
                    VarHandle.fullFence();
                    if (yours.get() == 0) {
                        missed.incrementAndGet();
                    }
                },
                () -> {
                    yours.set(1);
                    VarHandle.fullFence();
                    if (mine.get() == 0) {
                        missed.incrementAndGet();
                    }
                });
        yes(missed.get() < 2, "both missed");
    }
}
