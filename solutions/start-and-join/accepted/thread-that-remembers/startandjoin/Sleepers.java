// Idea: a subclass of Thread with a field. After join() the field may be read without a lock.
package startandjoin;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        List<Sleeper> sleepers =
                IntStream.rangeClosed(1, n).mapToObj(number -> new Sleeper(number, nap, log)).collect(Collectors.toList());
        sleepers.forEach(Thread::start);
        for (Sleeper sleeper : sleepers) {
            sleeper.join();
        }
        return sleepers.stream().map(sleeper -> sleeper.line).collect(Collectors.toList());
    }

    private static final class Sleeper extends Thread {
        private final int number;
        private final Duration nap;
        private final Consumer<String> log;
        private String line;

        Sleeper(int number, Duration nap, Consumer<String> log) {
            this.number = number;
            this.nap = nap;
            this.log = log;
        }

        @Override
        public void run() {
            try {
                Thread.sleep(nap.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            line = "sleeper " + number + " is awake";
            log.accept(line);
        }
    }
}
