// Wrong: a cancelled Future says so at once, while the party is still on the mountain.
package cancelcleanly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class Handle {

    private final Ground ground;
    private final int squares;
    private final FutureTask<List<String>> task = new FutureTask<>(this::search);

    Handle(Ground ground, int squares) {
        this.ground = ground;
        this.squares = squares;
    }

    void begin() {
        new Thread(task).start();
    }

    private List<String> search() throws InterruptedException {
        ground.enter();
        try {
            List<String> soFar = new ArrayList<>();
            for (int square = 0; square < squares; square++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                String thing = ground.look(square);
                if (thing != null) {
                    soFar.add(thing);
                }
            }
            return soFar;
        } finally {
            ground.leave();
        }
    }

    public void cancel() {
        task.cancel(true);
    }

    public List<String> result() throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
