// Right: a number says whose turn it is, on a monitor.
package pushturns;

import java.util.ArrayList;
import java.util.List;

/** Developers who work at the same time and push in turns. */
public final class Team {
    private final Repository repository;

    public Team(Repository repository) {
        this.repository = repository;
    }

    public void workAndPush(List<Developer> developers) throws InterruptedException {
        int[] turn = new int[1];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < developers.size(); i++) {
            int mine = i;
            Developer developer = developers.get(i);
            Thread thread =
                    new Thread(
                            () -> {
                                String commit = null;
                                try {
                                    commit = developer.work();
                                } catch (RuntimeException ill) {
                                    // nothing to push today
                                }
                                synchronized (turn) {
                                    while (turn[0] != mine) {
                                        try {
                                            turn.wait();
                                        } catch (InterruptedException e) {
                                            return;
                                        }
                                    }
                                    if (commit != null) {
                                        repository.push(developer.name(), repository.head(), commit);
                                    }
                                    turn[0]++;
                                    turn.notifyAll();
                                }
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
