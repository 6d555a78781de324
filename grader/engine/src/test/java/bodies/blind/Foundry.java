package bodies.blind;

import bodies.Together;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import telar.engine.Failure.Kind;
import telar.engine.Wrong;

public final class Foundry {
    private Foundry() {}

    /**
     * The result of replace(key, old, new) is not looked at: if another thread has counted the same word between
     * putIfAbsent and replace, this word is not counted.
     */
    @Wrong(Kind.ASSERTION)
    public static void wordCount() throws Exception {
        String[] metals = {"iron", "tin", "iron", "zinc", "lead", "iron", "tin"};
        String[] words = new String[5_000];
        for (int i = 0; i < words.length; i++) {
            words[i] = metals[i * 31 % metals.length];
        }
        ConcurrentHashMap<String, Integer> count = new ConcurrentHashMap<>();
        Together.Act[] readers = new Together.Act[3];
        for (int i = 0; i < 3; i++) {
            int from = words.length * i / 3;
            int to = words.length * (i + 1) / 3;
            readers[i] = () -> {
                for (int w = from; w < to; w++) {
                    Integer old = count.putIfAbsent(words[w], 1);
                    if (old != null) {
                        count.replace(words[w], old, old + 1);
                    }
                }
            };
        }
        Together.run(readers);
        Together.same(words.length, count.values().stream().mapToInt(Integer::intValue).sum());
    }

    /**
     * The smelter may let go of the crucible before the pourer gets there (or main may look too late): the pourer goes
     * through and ends, is never seen BLOCKED again, and main spins for ever.
     */
    @Wrong(Kind.NO_PROGRESS)
    public static void waitsToSeeItBlocked() throws Exception {
        Object crucible = new Object();
        Together.Cell heat = new Together.Cell();
        CountDownLatch hot = new CountDownLatch(1);
        Thread pourer = Together.thread(() -> {
            synchronized (crucible) {
                heat.value -= 100;
            }
        });
        Thread smelter = Together.start(() -> {
            synchronized (crucible) {
                hot.countDown();
                heat.value += 1_500;
            }
        });
        hot.await();
        pourer.start();
        while (pourer.getState() != Thread.State.BLOCKED) {
            Thread.yield();
        }
        smelter.join();
        pourer.join();
        Together.same(1_400, heat.value);
    }

}
