// Idea: no latch. A flag that is volatile, threads that are interrupted, and a monitor with wait().
package threadlifecycle;

public final class Exhibits {
    private Exhibits() {}

    public static Exhibit inState(Thread.State state) throws InterruptedException {
        Piece piece = new Piece(state);
        piece.setUp();
        return piece;
    }

    private static final class Piece implements Exhibit {
        private final Thread.State state;
        private final Thread thread;
        private final Object room = new Object();
        private volatile boolean closed;
        private volatile boolean guardIsIn;
        private Thread guard;

        Piece(Thread.State state) {
            this.state = state;
            this.thread = new Thread(this::stay, "exhibit " + state);
        }

        @Override
        public Thread thread() {
            return thread;
        }

        void setUp() throws InterruptedException {
            if (state == Thread.State.NEW) {
                return;
            }
            if (state == Thread.State.BLOCKED) {
                guard = new Thread(this::guardTheRoom, "guard");
                guard.start();
                while (!guardIsIn) {
                    Thread.sleep(1);
                }
            }
            thread.start();
            while (thread.getState() != state) {
                Thread.sleep(1);
            }
        }

        @Override
        public void close() {
            closed = true;
            if (guard != null) {
                guard.interrupt();
            }
            thread.interrupt();
        }

        private void stay() {
            try {
                switch (state) {
                    case RUNNABLE:
                        while (!closed) {
                            Thread.yield();
                        }
                        break;
                    case BLOCKED:
                        synchronized (room) {
                            break;
                        }
                    case WAITING:
                        synchronized (this) {
                            while (!closed) {
                                wait();
                            }
                        }
                        break;
                    case TIMED_WAITING:
                        Thread.sleep(10L * 365 * 24 * 3_600_000);
                        break;
                    default:
                        break;
                }
            } catch (InterruptedException closingTime) {
                // that was close()
            }
        }

        private void guardTheRoom() {
            synchronized (room) {
                guardIsIn = true;
                try {
                    while (!closed) {
                        Thread.sleep(60_000);
                    }
                } catch (InterruptedException closingTime) {
                    // that was close()
                }
            }
        }
    }
}
