// Right: each thread joins the thread of the one before, after the work.
package pushturns;

import java.util.List;

/** Developers who work at the same time and push in turns. */
public final class Team {
    private final Repository repository;

    public Team(Repository repository) {
        this.repository = repository;
    }

    public void workAndPush(List<Developer> developers) throws InterruptedException {
        Thread last = null;
        for (Developer developer : developers) {
            Thread before = last;
            last =
                    new Thread(
                            () -> {
                                String commit = null;
                                try {
                                    commit = developer.work();
                                } catch (RuntimeException ill) {
                                    // nothing to push today
                                }
                                try {
                                    if (before != null) {
                                        before.join();
                                    }
                                } catch (InterruptedException e) {
                                    return;
                                }
                                if (commit != null) {
                                    repository.push(developer.name(), repository.head(), commit);
                                }
                            });
            last.start();
        }
        if (last != null) {
            last.join();
        }
    }
}
