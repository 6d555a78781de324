// Wrong: gives the first page that comes to the first address.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, addresses.size()));
        try {
            CompletionService<String> arrivals = new ExecutorCompletionService<>(pool);
            for (URI address : addresses) {
                arrivals.submit(() -> fetcher.fetch(address));
            }
            Map<URI, String> pages = new LinkedHashMap<>();
            for (URI address : addresses) {
                pages.put(address, arrivals.take().get());
            }
            return pages;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
