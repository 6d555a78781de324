// Wrong: the sign is a plain field that the next one looks at again and again.
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
        boolean[] before = {true};
        for (Developer developer : developers) {
            boolean[] turn = before;
            boolean[] pushed = {false};
            Thread thread = new Thread(() -> workAndPush(developer, turn, pushed));
            threads.add(thread);
            thread.start();
            before = pushed;
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void workAndPush(Developer developer, boolean[] turn, boolean[] pushed) {
        try {
            String commit = null;
            try {
                commit = developer.work();
            } finally {
                while (!turn[0]) {
                    Thread.sleep(1);
                }
                if (commit != null) {
                    repository.push(developer.name(), repository.head(), commit);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pushed[0] = true;
        }
    }
}
