package telar.harness.canary;

/** Two threads count without any order between them. */
public final class RacyCounter {
    private int count;

    public void run() throws InterruptedException {
        Thread other = new Thread(() -> count++);
        other.start();
        count++;
        other.join();
        assert count == 2 : count;
    }
}
