// Right: a monitor of the lab counts free tanks; results go into a list under the lock of the call.
package cappedresults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A lab: it runs tasks, never more of them at once than it has tanks, and brings every result home. */
public final class CappedCollector {
    private int free;

    public CappedCollector(int cap) {
        free = cap;
    }

    public <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        List<Result<T>> home = new ArrayList<>();
        for (Callable<T> task : tasks) {
            synchronized (this) {
                while (free == 0) {
                    wait();
                }
                free--;
            }
            new Thread(
                            () -> {
                                Result<T> result;
                                try {
                                    result = Result.of(task, task.call());
                                } catch (Throwable failure) {
                                    result = Result.ofFailure(task, failure);
                                }
                                synchronized (this) {
                                    free++;
                                    notifyAll();
                                }
                                synchronized (home) {
                                    home.add(result);
                                    home.notifyAll();
                                }
                            })
                    .start();
        }
        synchronized (home) {
            while (home.size() < tasks.size()) {
                home.wait();
            }
            return new ArrayList<>(home);
        }
    }
}
