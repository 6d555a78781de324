// Wrong: the signs belong to the team: on the second day all of them are given already.
package pushturns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Developers who work at the same time and push in turns. */
public final class Team {
    private final Repository repository;
    private final List<CountDownLatch> signs = new ArrayList<>();

    public Team(Repository repository) {
        this.repository = repository;
        for (int i = 0; i < 100; i++) {
            signs.add(new CountDownLatch(i == 0 ? 0 : 1));
        }
    }

    public void workAndPush(List<Developer> developers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Developer developer : developers) {
            CountDownLatch turn = signs.get(threads.size());
            CountDownLatch pushed = signs.get(threads.size() + 1);
            Thread thread = new Thread(() -> workAndPush(developer, turn, pushed));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void workAndPush(Developer developer, CountDownLatch turn, CountDownLatch pushed) {
        try {
            String commit = null;
            try {
                commit = developer.work();
            } finally {
                turn.await();
                if (commit != null) {
                    repository.push(developer.name(), repository.head(), commit);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pushed.countDown();
        }
    }
}
