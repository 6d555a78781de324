// Wrong: the turn begins anew only after the push of the last developer, not when the last one is ill.
package pushturns;

import java.util.ArrayList;
import java.util.List;

/** Developers who work at the same time and push in turns. */
public final class Team {
    private final Repository repository;

    // Whose turn it is. Guarded by this object's lock.
    private int turn;

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
        int last = developers.size() - 1;
        for (int i = 0; i <= last; i++) {
            int number = i;
            Developer developer = developers.get(i);
            threads.add(new Thread(() -> day(developer, number, last)));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void day(Developer developer, int number, int last) {
        String commit;
        try {
            commit = developer.work();
        } catch (Throwable ill) {
            pass(number);
            return;
        }
        push(developer, number, commit);
        if (number == last) {
            startAgain(); // tomorrow the first one begins again
        }
    }

    private synchronized void push(Developer developer, int number, String commit) {
        waitForTurn(number);
        repository.push(developer.name(), repository.head(), commit);
        turn++;
        notifyAll();
    }

    private synchronized void pass(int number) {
        waitForTurn(number);
        turn++;
        notifyAll();
    }

    private synchronized void startAgain() {
        turn = 0;
    }

    /** Called with the lock held. */
    private void waitForTurn(int number) {
        boolean interrupted = false;
        while (turn != number) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
