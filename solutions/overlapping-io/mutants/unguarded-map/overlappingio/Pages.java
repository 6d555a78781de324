// Wrong: the threads fill one ordinary map.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        Map<URI, String> pages = new LinkedHashMap<>();
        AtomicReference<IOException> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (URI address : addresses) {
            Thread thread = new Thread(() -> {
                try {
                    pages.put(address, fetcher.fetch(address));
                } catch (IOException failed) {
                    failure.set(failed);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return pages;
    }
}
