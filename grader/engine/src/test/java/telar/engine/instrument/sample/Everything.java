package telar.engine.instrument.sample;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Uses each thing once that is instrumented in a way of its own; each method says what it computed. */
public class Everything {

    private static final VarHandle BYTES;
    private static long wideStatic;

    static {
        try {
            BYTES = MethodHandles.lookup().findVarHandle(Everything.class, "ticket", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int plain;
    private double wide;
    private volatile int shared;
    private volatile int ticket;
    private final int fixed = 3;

    public String fields() {
        plain = 2;
        wide = 1.5;
        shared = plain + fixed;
        wideStatic += shared;
        return plain + " " + wide + " " + shared + " " + wideStatic;
    }

    public String arrays() {
        int[] numbers = {1, 2};
        double[] wides = new double[2];
        wides[1] = numbers[1];
        numbers[0]++;
        Object[][] table = new Object[1][1];
        table[0][0] = "x";
        int[] copy = numbers.clone();
        return copy[0] + " " + wides[1] + " " + table[0].clone()[0];
    }

    public synchronized String ownMonitor() {
        notifyAll();
        return "own";
    }

    public static synchronized String classMonitor() {
        return "class";
    }

    public String monitors() {
        synchronized (this) {
            return ownMonitor() + classMonitor();
        }
    }

    public synchronized String failing() {
        throw new IllegalStateException("failing");
    }

    public String loops() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += i;
        }
        while (shared > 100) {}
        do {
            Thread.yield();
        } while (shared > 100);
        return "" + sum;
    }

    public String varHandles() {
        boolean set = BYTES.compareAndSet(this, 0, 5);
        int before = (int) BYTES.getAndAdd(this, 2);
        BYTES.set(this, (int) BYTES.getVolatile(this) + 1);
        return set + " " + before + " " + ticket;
    }

    public String buffers() {
        StringBuilder text = new StringBuilder("ab");
        text.append('c').reverse();
        Function<StringBuilder, String> print = StringBuilder::toString;
        return print.apply(text);
    }

    public String streams() {
        Collection<List<Integer>> lists = List.of(List.of(1, 2), List.of(3));
        int sum = lists.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
        long letters = "abc".chars().count();
        String lines = new BufferedReader(new StringReader("x\ny")).lines().collect(Collectors.joining("+"));
        return sum + " " + letters + " " + lines + " " + new Repository().stream().count();
    }

    /** Has a method of the same name and descriptor as a collection's. */
    static final class Repository {
        Stream<String> stream() {
            return Stream.of("a", "b");
        }
    }

    public String blocking() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        lock.unlock();
        LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
        queue.put("q");
        CountDownLatch latch = new CountDownLatch(0);
        latch.await();
        Future<String> future = CompletableFuture.completedFuture("f");
        Callable<String> take = queue::take;
        return take.call() + future.get() + lock.isLocked();
    }

    public String external() throws IOException {
        InputStream in = InputStream.nullInputStream();
        int end = in.read();
        in.close();
        try {
            in.read();
            return "not closed";
        } catch (IOException closed) {
            return "" + end;
        }
    }

    public String constructors() {
        Supplier<Random> random = Random::new;
        boolean same = new Random().nextInt() == random.get().nextInt() && new Seeded().nextInt() == new Random(42).nextInt();
        new File("dropped");
        String nested = new File(new StringBuilder(new File("inner").getName()).append(same ? "!" : "?").toString()).getName();
        return nested + new File(new File("d"), "e");
    }

    /** Calls the constructor that is seeded as a subclass does. */
    static final class Seeded extends Random {
        private static final long serialVersionUID = 1;

        Seeded() {
            super();
        }
    }

    public String threads() {
        AtomicInteger runs = new AtomicInteger();
        Thread thread = new Named(runs::incrementAndGet);
        thread.start();
        new Named(runs::incrementAndGet).start();
        Runnable bound = new Named(runs::incrementAndGet)::start;
        bound.run();
        return "" + runs;
    }

    /** Does not override the methods of Thread that are redirected. */
    static class Named extends Thread {
        Named(Runnable body) {
            super(body);
        }

        @Override
        public synchronized void start() {
            super.start();
        }
    }

    public String collections() {
        Map<String, Integer> map = new HashMap<>(Map.of("k", 1));
        List<Integer> list = new ArrayList<>(map.values());
        list.add(2);
        map.merge("k", 1, Integer::sum);
        return list + " " + map + " " + new Object().hashCode();
    }

    public String exits() {
        System.exit(3);
        return "still here";
    }

    /** Its initializer fails. */
    static final class Unlucky {
        static final int VALUE = Integer.parseInt("unlucky");
    }

    public String initializers() {
        try {
            return "" + Unlucky.VALUE;
        } catch (ExceptionInInitializerError e) {
            return "failed";
        }
    }
}
