// A FutureTask in a pool is cancelled with an interrupt; a latch says when the party is home.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

public final class Handle {

    private final Ground ground;
    private final int squares;

    private final CountDownLatch home = new CountDownLatch(1);
    private final AtomicReference<List<String>> found = new AtomicReference<>();
    private Future<?> task;

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
    }

    void begin() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        FutureTask<Void> search = new FutureTask<>(this::search) {
            @Override
            public boolean cancel(boolean interrupt) {
                boolean cancelled = super.cancel(interrupt);
                return cancelled;
            }
        };
        task = search;
        pool.execute(() -> {
            search.run();
            home.countDown();
        });
        pool.shutdown();
    }

    private Void search() throws InterruptedException {
        ground.enter();
        try {
            List<String> soFar = new ArrayList<>();
            for (int square = 0; square < squares; square++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                String thing = ground.look(square);
                if (thing != null) {
                    soFar.add(thing);
                }
            }
            found.set(soFar);
            return null;
        } finally {
            ground.leave();
        }
    }

    public void cancel() {
        task.cancel(true);
    }

    public List<String> result() throws InterruptedException {
        home.await();
        List<String> whole = found.get();
        if (whole == null) {
            throw new CancellationException();
        }
        return whole;
    }
}
