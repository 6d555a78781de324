package bodies.blind;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Assignment sheet 5: latches, semaphores, interrupts and streams in a theatre. */
public final class Stage {
    private Stage() {
    }

    private interface Job {
        void run() throws Exception;
    }

    private static Thread launch(String name, Job job) {
        Thread t = new Thread(() -> {
            try {
                job.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, name);
        t.start();
        return t;
    }

    /*
     * Right: one latch per scene is its gate; a scene waits at the gates of the scenes it builds on. Two crews draw scenes in ascending order, and a
     * scene depends on lower numbers only: whatever is waited for has been drawn already, and the lowest unfinished scene waits for nothing
     * unfinished, so somebody always goes on. minutes[i] is written once, before its gate opens, and read behind the gate (or after the joins).
     */
    @Right
    static void sceneGates() throws Exception {
        int[][] buildsOn = {{}, {}, {0}, {0, 1}, {3, 2}, {1}};
        CountDownLatch[] gate = new CountDownLatch[buildsOn.length];
        for (int i = 0; i < gate.length; i++) {
            gate[i] = new CountDownLatch(1);
        }
        int[] minutes = new int[buildsOn.length];
        AtomicInteger nextScene = new AtomicInteger();
        Job crew = () -> {
            int scene;
            while ((scene = nextScene.getAndIncrement()) < buildsOn.length) {
                int sum = 1;
                for (int earlier : buildsOn[scene]) {
                    gate[earlier].await();
                    sum += minutes[earlier];
                }
                minutes[scene] = sum;
                gate[scene].countDown();
            }
        };
        Thread a = launch("crew-a", crew);
        Thread b = launch("crew-b", crew);
        a.join();
        b.join();
        int[] expected = {1, 1, 2, 3, 6, 2};
        for (int i = 0; i < expected.length; i++) {
            if (minutes[i] != expected[i]) {
                throw new AssertionError("scene " + i + ": " + minutes[i]);
            }
        }
    }

    /*
     * Wrong: one CountDownLatch(1) is used for two acts. In act one it works; in act two it is open already, so the director may look before the
     * stagehand has changed the scenery. It is atomic, hence no race. The permit for act two was given before, so the stagehand ends anyway.
     */
    @Wrong(Kind.ASSERTION)
    static void sceneryForActTwo() throws Exception {
        AtomicInteger scenery = new AtomicInteger();
        Semaphore call = new Semaphore(0);
        CountDownLatch set = new CountDownLatch(1);
        launch("stagehand", () -> {
            for (int act = 1; act <= 2; act++) {
                call.acquire();
                scenery.set(act);
                set.countDown();
            }
        });
        for (int act = 1; act <= 2; act++) {
            call.release();
            set.await();
            if (scenery.get() != act) {
                throw new AssertionError("act " + act + " in the scenery of act " + scenery.get());
            }
        }
    }

    /*
     * Wrong: the interrupt is meant as the signal to stop, but sleep clears the status when it throws, and the handler neither leaves the loop nor
     * sets it again. Unless the interrupt comes before the first test of the status, it is swallowed; the prompter then sleeps and murmurs for ever
     * and main never comes back from join.
     */
    @Wrong(Kind.NO_PROGRESS)
    static void prompterIgnoresTheBell() throws Exception {
        Thread prompter = new Thread(() -> {
            int murmured = 0;
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(50);
                    murmured = (murmured + 1) % 7;
                } catch (InterruptedException e) {
                    // somebody coughed
                }
            }
        }, "prompter");
        prompter.start();
        prompter.interrupt();
        prompter.join();
    }
}
