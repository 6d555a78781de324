// Wrong: the sign is a bell that nobody remembers: who comes late to wait has missed it.
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
        Object before = null;
        for (Developer developer : developers) {
            Object turn = before;
            Object pushed = new Object();
            Thread thread = new Thread(() -> workAndPush(developer, turn, pushed));
            threads.add(thread);
            thread.start();
            before = pushed;
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void workAndPush(Developer developer, Object turn, Object pushed) {
        try {
            String commit = null;
            try {
                commit = developer.work();
            } finally {
                if (turn != null) {
                    synchronized (turn) {
                        turn.wait();
                    }
                }
                if (commit != null) {
                    repository.push(developer.name(), repository.head(), commit);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (pushed) {
                pushed.notifyAll();
            }
        }
    }
}
