package telar.harness.canary;

import static org.assertj.core.api.Assertions.assertThat;

/** Two threads count under one lock: right. */
public final class LockedCounter {
    private int count;

    public void run() throws InterruptedException {
        Thread other = new Thread(this::increment);
        other.start();
        increment();
        other.join();
        assertThat(count).isEqualTo(2);
    }

    private synchronized void increment() {
        count++;
    }
}
