// Wrong: each sleeps for a second more than the one before.
package pushturns;

import java.util.ArrayList;
import java.util.List;

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
        for (Developer developer : developers) {
            int seconds = threads.size();
            Thread thread = new Thread(() -> workAndPush(developer, seconds));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void workAndPush(Developer developer, int seconds) {
        try {
            String commit = null;
            try {
                commit = developer.work();
            } finally {
                Thread.sleep(1_000L * seconds);
                if (commit != null) {
                    repository.push(developer.name(), repository.head(), commit);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
