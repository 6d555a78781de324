// Right: each push is composed of the work and of the push before.
package pushturns;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Developers who work at the same time and push in turns. */
public final class Team {
    private final Repository repository;

    public Team(Repository repository) {
        this.repository = repository;
    }

    public void workAndPush(List<Developer> developers) throws InterruptedException {
        CompletableFuture<Void> pushed = CompletableFuture.completedFuture(null);
        for (Developer developer : developers) {
            CompletableFuture<String> work = new CompletableFuture<>();
            new Thread(
                            () -> {
                                try {
                                    work.complete(developer.work());
                                } catch (RuntimeException ill) {
                                    work.complete(null);
                                }
                            })
                    .start();
            pushed =
                    pushed.thenCombine(
                            work,
                            (nothing, commit) -> {
                                if (commit != null) {
                                    repository.push(developer.name(), repository.head(), commit);
                                }
                                return null;
                            });
        }
        pushed.join();
    }
}
