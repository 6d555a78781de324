// Wrong: a pool that nobody shuts down.
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

    private final ExecutorService party = Executors.newSingleThreadExecutor();
    private final CountDownLatch home = new CountDownLatch(1);
    private final AtomicReference<List<String>> found = new AtomicReference<>();
    private Future<?> task;

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
    }

    void begin() {
        FutureTask<Void> search = new FutureTask<>(this::search);
        task = search;
        party.execute(() -> {
            search.run();
            home.countDown();
        });
    }

    private Void search() throws InterruptedException {
        ground.enter();
        try {
            List<String> soFar = new ArrayList<>();
            for (int square = 0; square < squares; square++) {
                if (Thread.interrupted()) {
                    return null;
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
        if (found.get() == null) {
            throw new CancellationException();
        }
        return found.get();
    }
}
