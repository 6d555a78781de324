// A pool of one thread: shutdownNow is the interrupt, awaitTermination the end.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

public final class Handle {

    private final Ground ground;
    private final int squares;

    private final ExecutorService party = Executors.newSingleThreadExecutor();
    private final AtomicReference<List<String>> found = new AtomicReference<>();

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
    }

    void begin() {
        party.execute(this::search);
        party.shutdown();
    }

    private void search() {
        ground.enter();
        try {
            List<String> soFar = new ArrayList<>();
            for (int square = 0; square < squares; square++) {
                if (Thread.interrupted()) {
                    return;
                }
                String thing = ground.look(square);
                if (thing != null) {
                    soFar.add(thing);
                }
            }
            found.set(soFar);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ground.leave();
        }
    }

    public void cancel() {
        party.shutdownNow();
    }

    public List<String> result() throws InterruptedException {
        while (!party.awaitTermination(1, TimeUnit.DAYS)) {
            continue;
        }
        if (found.get() == null) {
            throw new CancellationException();
        }
        return found.get();
    }
}
