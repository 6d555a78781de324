package telar.bench.programs;

/** Two takers and one who puts two things, one after the other. Wrong: a taker that was woken does not look again. */
public final class WaitInAnIf {
    private int things;

    private WaitInAnIf() {}

    public static void wrong() {
        WaitInAnIf box = new WaitInAnIf();
        Together.run(box::takeCarelessly, box::takeCarelessly, box::putTwice);
    }

    public static void right() {
        WaitInAnIf box = new WaitInAnIf();
        Together.run(box::take, box::take, box::putTwice);
    }

    private void putTwice() {
        put();
        put();
    }

    private synchronized void put() {
        things++;
        notifyAll();
    }

    private synchronized void takeCarelessly() {
        if (things == 0) {
            await();
        }
        Together.expect(things > 0, "something was taken out of an empty box");
        things--;
    }

    private synchronized void take() {
        while (things == 0) {
            await();
        }
        Together.expect(things > 0, "something was taken out of an empty box");
        things--;
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
