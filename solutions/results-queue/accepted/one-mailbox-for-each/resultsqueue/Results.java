// A queue for each task: the results even come in the order of the tasks.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        List<BlockingQueue<Result<T>>> mailboxes = new ArrayList<>();
        for (Callable<T> task : tasks) {
            BlockingQueue<Result<T>> mailbox = new ArrayBlockingQueue<>(1);
            mailboxes.add(mailbox);
            new PipedThread<>(mailbox, task).start();
        }
        List<Result<T>> results = new ArrayList<>();
        for (BlockingQueue<Result<T>> mailbox : mailboxes) {
            results.add(mailbox.take());
        }
        return results;
    }
}
