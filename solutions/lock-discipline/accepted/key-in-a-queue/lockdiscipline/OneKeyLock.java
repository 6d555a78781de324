// Idea: the hook is a queue with room for one key; taking from it waits.
package lockdiscipline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

public final class OneKeyLock {

    private final BlockingQueue<String> hook = new ArrayBlockingQueue<>(1);
    private volatile Thread holder;

    public OneKeyLock() {
        hook.add("key");
    }

    public void acquire() throws InterruptedException {
        hook.take();
        holder = Thread.currentThread();
    }

    public void release() {
        if (holder != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        holder = null;
        hook.add("key");
    }

    public boolean isLocked() {
        return holder != null;
    }
}
