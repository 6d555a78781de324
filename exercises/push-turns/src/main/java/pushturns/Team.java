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
        // TODO Today everybody pushes as soon as they are ready, on a head that may be old already.
        //      Let each one wait for the sign of the one before, and give a sign to the next.
        List<Thread> threads = new ArrayList<>();
        for (Developer developer : developers) {
            Thread thread =
                    new Thread(
                            () -> {
                                int base = repository.head();
                                String commit = developer.work();
                                repository.push(developer.name(), base, commit);
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
