package submitted;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One kind of trouble a method. */
public final class Trouble {
    private final Object left = new Object();
    private final Object right = new Object();

    public void leftThenRight() {
        synchronized (left) {
            synchronized (right) {
                right.notifyAll();
            }
        }
    }

    public void rightThenLeft() {
        synchronized (right) {
            synchronized (left) {
                left.notifyAll();
            }
        }
    }

    public void exit() {
        System.exit(0);
    }

    public void spin() {
        long n = 0;
        while (n >= 0) {
            n = (n + 1) & 0xff;
        }
    }

    public void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    public Thread failInAThread() {
        Thread thread = new Thread(() -> { throw new IllegalStateException("out of wool"); }, "weaver");
        thread.start();
        return thread;
    }

    public Thread leaveAThreadBehind() {
        Thread thread = new Thread(this::waitQuietly, "straggler");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    public void oneAfterTheOther(List<Runnable> tasks) {
        tasks.forEach(Runnable::run);
    }

    public void allAtOnce(List<Runnable> tasks) {
        List<Thread> threads = tasks.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        threads.forEach(Trouble::join);
    }

    public void throwAnExceptionThatLies() {
        throw new Liar();
    }

    public static void print(int lines) {
        for (int i = 0; i < lines; i++) {
            System.out.println("::error::passed");
        }
    }

    private void waitQuietly() {
        try {
            waitForEver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every method that a judge may call throws. */
    private static final class Liar extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no stack");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }
}
