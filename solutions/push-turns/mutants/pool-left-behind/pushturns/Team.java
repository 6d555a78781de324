// Wrong: the pool of the team is never shut down.
package pushturns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Developers who work at the same time and push in turns. */
public final class Team {
    private final Repository repository;

    public Team(Repository repository) {
        this.repository = repository;
    }

    public void workAndPush(List<Developer> developers) throws InterruptedException {
        ExecutorService desks = Executors.newFixedThreadPool(Math.max(1, developers.size()));
        try {
            List<Future<String>> commits = new ArrayList<>();
            for (Developer developer : developers) {
                commits.add(desks.submit(developer::work));
            }
            for (int i = 0; i < developers.size(); i++) {
                try {
                    String commit = commits.get(i).get();
                    repository.push(developers.get(i).name(), repository.head(), commit);
                } catch (ExecutionException ill) {
                    // nothing to push today
                }
            }
        } finally {
            // the desks stay
        }
    }
}
