// Wrong: the exception ends the thread in which it was thrown, and the caller hears nothing of it.
package overlappingio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        Map<URI, String> pages = new LinkedHashMap<>();
        addresses.forEach(address -> pages.put(address, null));
        List<Thread> threads = new ArrayList<>();
        for (URI address : addresses) {
            Thread thread = new Thread(() -> {
                try {
                    String page = fetcher.fetch(address);
                    synchronized (pages) {
                        pages.put(address, page);
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return pages;
    }
}
