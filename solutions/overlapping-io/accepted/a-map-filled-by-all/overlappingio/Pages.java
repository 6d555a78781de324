// The threads fill a concurrent map in any order; it is put into order afterwards.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        Map<URI, String> arrived = new ConcurrentHashMap<>();
        AtomicReference<IOException> failure = new AtomicReference<>();
        CountDownLatch missing = new CountDownLatch(addresses.size());
        for (URI address : addresses) {
            new Thread(() -> {
                try {
                    arrived.put(address, fetcher.fetch(address));
                } catch (IOException failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    missing.countDown();
                }
            }).start();
        }
        missing.await();
        if (failure.get() != null) {
            throw failure.get();
        }
        Map<URI, String> map = new LinkedHashMap<>();
        for (URI address : addresses) {
            map.put(address, arrived.get(address));
        }
        return map;
    }
}
