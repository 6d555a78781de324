package telar.bench.programs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Three workers, of whom two may work at a time. Wrong: there are three permits. */
public final class OnePermitTooMany {
    private OnePermitTooMany() {}

    public static void wrong() {
        work(3);
    }

    public static void right() {
        work(2);
    }

    private static void work(int permits) {
        Semaphore semaphore = new Semaphore(permits);
        AtomicInteger working = new AtomicInteger();
        Runnable worker = () -> {
            semaphore.acquireUninterruptibly();
            Together.expect(working.incrementAndGet() <= 2, "three worked at a time");
            working.decrementAndGet();
            semaphore.release();
        };
        Together.run(worker, worker, worker);
    }
}
