// Wrong: asks for the commit once to see whether there is one and once more to push it, so everybody works twice.
package pushturns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Developers who work at the same time and push in turns. */
public final class Team {
    private final Repository repository;

    public Team(Repository repository) {
        this.repository = repository;
    }

    /**
     * Everybody works at the same time, and pushes in the order of the list. Returns when all have pushed.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void workAndPush(List<Developer> developers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        CountDownLatch before = new CountDownLatch(0);
        for (Developer developer : developers) {
            CountDownLatch turn = before;
            CountDownLatch pushed = new CountDownLatch(1);
            Thread thread = new Thread(() -> workAndPush(developer, turn, pushed));
            threads.add(thread);
            thread.start();
            before = pushed;
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void workAndPush(Developer developer, CountDownLatch turn, CountDownLatch pushed) {
        try {
            try {
                if (developer.work() == null) {
                    return;
                }
            } finally {
                turn.await();
            }
            repository.push(developer.name(), repository.head(), developer.work());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pushed.countDown();
        }
    }
}
