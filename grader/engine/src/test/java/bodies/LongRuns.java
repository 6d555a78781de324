package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import bodies.Together.Act;
import bodies.Together.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Programs that take long because they do much: not to be taken for ones that never end. */
final class LongRuns {
    private LongRuns() {}

    @Right(schedules = 4)
    static void addsTenThousandTimesUnderALock() throws Exception {
        Object lock = new Object();
        Cell count = new Cell();
        Act act = () -> {
            for (int i = 0; i < 10_000; i++) {
                synchronized (lock) {
                    count.value++;
                }
            }
        };
        run(act, act);
        same(20_000, count.value);
    }

    @Right(schedules = 4)
    static void addsAThousandTimesInForty() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Act[] acts = new Act[40];
        Arrays.fill(acts, (Act) () -> {
            for (int i = 0; i < 1_000; i++) {
                count.incrementAndGet();
            }
        });
        run(acts);
        same(40_000, count.get());
    }

    @Wrong(Kind.DATA_RACE)
    static void addsTenThousandTimesWithoutALock() throws Exception {
        Cell count = new Cell();
        Act act = () -> {
            for (int i = 0; i < 10_000; i++) {
                count.value++;
            }
        };
        run(act, act);
        same(20_000, count.value);
    }

    @Wrong(Kind.ASSERTION)
    static void readsAndWritesTenThousandTimes() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Act act = () -> {
            for (int i = 0; i < 10_000; i++) {
                count.set(count.get() + 1);
            }
        };
        run(act, act);
        same(20_000, count.get());
    }

    @Right(schedules = 1)
    static void sortsAHundredThousandNumbers() throws Exception {
        run(() -> {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                numbers.add(i * 7_919 % 100_003);
            }
            Collections.sort(numbers);
            yes(numbers.get(0) < numbers.get(99_999), "not sorted");
        });
    }

    @Right(schedules = 2)
    static void addsUpALongArrayInParts() throws Exception {
        int[] numbers = new int[400_000];
        Arrays.setAll(numbers, i -> i % 10);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<Long>> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            int from = part * 100_000;
            parts.add(pool.submit(() -> {
                long sum = 0;
                for (int i = from; i < from + 100_000; i++) {
                    sum += numbers[i];
                }
                return sum;
            }));
        }
        long sum = 0;
        for (Future<Long> part : parts) {
            sum += part.get();
        }
        pool.shutdown();
        same(1_800_000, (int) sum);
    }

    @Right(schedules = 2)
    static void countsFarInAVariable() throws Exception {
        Cell result = new Cell();
        run(() -> {
            int sum = 0;
            for (int i = 0; i < 50_000_000; i++) {
                sum += i & 1;
            }
            result.value = sum;
        });
        same(25_000_000, result.value);
    }
}
